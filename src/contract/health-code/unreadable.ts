import type { Reason } from './verdict';

/** Which reason a failure to read is; all others are CBOR's. */
const byFailure: Partial<Record<string, Reason>> = {
  prefix: 'prefix-unknown',
  'too-long': 'too-long',
  'too-large': 'too-long',
  character: 'base45-invalid',
  length: 'base45-invalid',
  overflow: 'base45-invalid',
  corrupt: 'compression-invalid',
  'not-a-presentation': 'not-a-health-code',
  'not-a-credential': 'not-a-health-code',
  'not-a-certificate': 'not-a-health-code',
};

export const reasonOfUnreadable = (failure: string): Reason => byFailure[failure] ?? 'cbor-invalid';
