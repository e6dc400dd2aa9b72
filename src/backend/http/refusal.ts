import { errors, type ErrorCode, type Problem } from '@contract/errors';
import type { Bilingual } from '@contract/text';

/** A refusal on its way out. Thrown by routes, turned into a problem document in one place. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: {
      detail?: string;
      fields?: Problem['fields'];
      retryAfterSeconds?: number;
      /** In place of the registry's: the same, said of this very case. */
      text?: Bilingual;
    } = {},
  ) {
    super(code);
  }
}

/** RFC 9457 problem details. Titles are bilingual on one line: the reader's language is not always known here. */
export function problemOf(refusal: Refusal, traceId: string): Problem {
  const { status, text: usual } = errors[refusal.code];
  const text = refusal.more.text ?? usual;
  return {
    type: `/docs#${refusal.code}`,
    status,
    code: refusal.code,
    title: `${text.zh} ${text.en}`,
    text,
    traceId,
    ...(refusal.more.detail ? { detail: refusal.more.detail } : {}),
    ...(refusal.more.fields ? { fields: refusal.more.fields } : {}),
  };
}
