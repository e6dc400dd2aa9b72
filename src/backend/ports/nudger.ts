import type { NudgeKind } from '@contract/nudge/kind';
import type { NudgeTemplate } from '@contract/nudge/template';
import type { Result } from '@contract/result';

export interface Nudge {
  /** Whom it reaches: their subject at the provider they sign in with. */
  to: string;
  templateId: string;
  /** The page it opens, with its query. */
  page: string;
  /** By the template's names, each within its limits. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Why a nudge was not sent.
 * - `not-granted`: they took their yes back, or it is used up
 * - `invalid`: the template does not take these fields; the operator has to look
 * - `quota`: too many today
 * - `not-sent`: the service could not be reached before anything was handed over
 * - `unknown`: handed over, and no answer that can be read: it may have been sent
 */
export type NudgeFailure = 'not-granted' | 'invalid' | 'quota' | 'not-sent' | 'unknown';

/** Sends a message outside the app, to who asked for it. What was sent cannot be taken back. */
export interface Nudger {
  /** Whose subjects it reaches. */
  provider: 'wechat';
  /** What it can be asked for. */
  templates: ReadonlyMap<NudgeKind, NudgeTemplate>;
  /** Never sent twice: what may have been sent is not tried again. */
  send(nudge: Nudge): Promise<Result<'sent', NudgeFailure>>;
}
