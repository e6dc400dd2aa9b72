import { errors, type ErrorCode, type Problem } from '@contract/errors';

/** A refusal on its way out. Thrown by routes, turned into a problem document in one place. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: { detail?: string; fields?: Problem['fields']; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }
}

/** RFC 9457 problem details. Titles are bilingual on one line: the reader's language is not always known here. */
export function problemOf(refusal: Refusal, traceId: string): Problem {
  const { status, text } = errors[refusal.code];
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
