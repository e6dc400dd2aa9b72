import type { VerifyAnswer } from '@contract/api';
import { STEP_LENGTH } from '@contract/health-code/proof';
import { type Act, acts, type Reason, reasons, type Verdict } from '@contract/health-code/verdict';

/** A verdict as it is told; a newer server may give a reason that this app has no words for. */
export type Told = Omit<Verdict, 'reason'> & { reason?: Reason };

const usual = { pass: 'let-through', ask: 'call-desk', stop: 'keep-distance' } as const;
const isReason = (code: string): code is Reason => code in reasons;
const isAct = (code: string): code is Act => acts.some((act) => act === code);

/** The server's answer about a code, as the phone would have judged it. */
export function toldBy({ result, reason, act, maskedName, ageSeconds }: VerifyAnswer): Told {
  return {
    result,
    act: isAct(act) ? act : usual[result],
    ...(isReason(reason) ? { reason } : {}),
    ...(maskedName === undefined ? {} : { maskedName }),
    ...(ageSeconds === undefined ? {} : { stepsOff: (ageSeconds * 1000) / STEP_LENGTH }),
  };
}
