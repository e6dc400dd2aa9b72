import type { TrustList } from '@contract/health-code/trust-list';
import { reasons } from '@contract/health-code/verdict';
import { verify } from '@contract/health-code/verify';
import corpus from '../../conformance/corpus/codes.json';
import { context, nodeContext } from './world';

interface Case {
  name: string;
  code: string;
  /** Said so many times after the code. */
  repeat?: [string, number];
  reason: string;
  /** Where a verifier without PS256 differs. */
  phone?: string;
}

const cases = corpus.cases as Case[];
const at = { now: Date.parse(corpus.now), trust: corpus.trust as TrustList };
const textOf = ({ code, repeat }: Case) => code + (repeat ? repeat[0].repeat(repeat[1]) : '');

describe('every code that was ever wrong', () => {
  it.each(cases)('has its reason on the phone – $name', (one) => {
    expect(verify(textOf(one), { ...context, ...at }).reason).toBe(one.phone ?? one.reason);
  });

  it.each(cases)('has its reason on the server – $name', (one) => {
    expect(verify(textOf(one), { ...nodeContext, ...at }).reason).toBe(one.reason);
  });

  it('is of a known reason', () => {
    for (const { reason } of cases) expect(reasons).toHaveProperty(reason);
  });
});
