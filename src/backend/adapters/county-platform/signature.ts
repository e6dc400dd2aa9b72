import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '@contract/result';
import type { SignedCall } from '../../ports/outside-desk';

// Standard Webhooks (standardwebhooks.com), symmetric: HMAC-SHA256 over `id.timestamp.body`, in base64 after `v1,`.

/** How far the two clocks may be apart, and how long what somebody overheard could be repeated. */
const WINDOW_MS = 5 * 60_000;

const macOf = (key: Buffer, { id, timestamp, body }: Omit<SignedCall, 'signature'>): Buffer =>
  createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();

export function headersOf(key: Buffer, id: string, now: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${macOf(key, { id, timestamp, body }).toString('base64')}`,
  };
}

/** Several signatures may stand there, of an old key and a new one; one that holds is enough. */
export function verifySignature(
  key: Buffer,
  call: SignedCall,
  now: Date,
): Result<undefined, 'signature-invalid' | 'too-old'> {
  const expected = macOf(key, call);
  const holds = call.signature.split(' ').some((each) => {
    const [version, text = ''] = each.split(',');
    const mac = Buffer.from(text, 'base64');
    return version === 'v1' && mac.length === expected.length && timingSafeEqual(mac, expected);
  });
  if (!holds) return fail('signature-invalid');
  const apart = Math.abs(now.getTime() - Number(call.timestamp) * 1000);
  return apart <= WINDOW_MS ? ok(undefined) : fail('too-old');
}
