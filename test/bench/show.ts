import { inChild, jitless } from './child';
import { median, percentile } from './measure';
import { atMost, type Bench } from './row';

const rounds = 3;
const goalMs = 50;

/** From the credential a phone holds to the modules of the picture it draws. */
export const show: Bench = async (say) => {
  const compiled: number[] = [];
  const interpreted: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`);
    compiled.push(percentile(await inChild<number[]>('show-phone.ts', []), 0.95));
    interpreted.push(percentile(await inChild<number[]>('show-phone.ts', jitless), 0.95));
  }
  return [
    atMost('credential to matrix, p95', median(compiled), 'ms', goalMs),
    atMost('credential to matrix, p95, --jitless', median(interpreted), 'ms', goalMs),
  ];
};
