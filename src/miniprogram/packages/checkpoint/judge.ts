import { sha256 } from '@contract/health-code/noble';
import { stepAt } from '@contract/health-code/proof';
import { credentialHash, type ScanMemory, secondScan } from '@contract/health-code/second-scan';
import type { Verdict } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import type { GateLists } from '../../backend/gate-lists';

/**
 * One checkpoint's judgement, with what it remembers of the last minute: in memory only, gone with the app.
 * `elapsed`: milliseconds of a counter that nobody sets.
 */
export function createJudge(
  lists: Pick<GateLists, 'context'>,
  elapsed: () => number,
): (code: string) => Verdict {
  let memory: ScanMemory = [];
  return (code) => {
    const context = lists.context();
    const first = verify(code, context);
    const credential = credentialHash(code, sha256);
    if (credential === undefined || first.stepsOff === undefined) return first;
    const step = stepAt(context.now) - first.stepsOff;
    const again = secondScan(first, { credential, step, at: elapsed() }, memory);
    memory = again.memory;
    return again.verdict;
  };
}
