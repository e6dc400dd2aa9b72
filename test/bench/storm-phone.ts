import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { encodeBase64url } from '@contract/health-code/base64url';
import { possessionMessage } from '@contract/health-code/possession';
import { stepAt } from '@contract/health-code/proof';

// Many sockets, kept: a phone that is told to wait does not make a new one each time.
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export interface Answer {
  status: number;
  ms: number;
  retryAfter: number | undefined;
  body: string;
}

/** One call over a kept connection. */
export function call(
  address: string,
  method: string,
  path: string,
  { token, body, headers }: { token?: string; body?: object; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const content = body && JSON.stringify(body);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      address + path,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(content
            ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }
            : {}),
        },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
        incoming.on('error', reject).on('end', () => {
          const after = incoming.headers['retry-after'];
          resolve({
            status: incoming.statusCode ?? 0,
            ms: performance.now() - started,
            retryAfter: after === undefined ? undefined : Number(after),
            body: text,
          });
        });
      },
    );
    outgoing.on('error', reject).end(content);
  });
}

export const closeConnections = (): void => agent.destroy();

/** A phone that refreshes its code, one refresh after the other. */
export interface Phone {
  secret: KeyObject;
  refresh(): Promise<Answer>;
}

export function phone(address: string, token: string): Phone {
  const pair = generateKeyPairSync('ed25519');
  const secret = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const holderKey = new Uint8Array(
    Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
  );
  return {
    secret,
    refresh() {
      const step = stepAt(Date.now());
      const possession = new Uint8Array(sign(null, possessionMessage(holderKey, step), secret));
      const body = {
        holderKey: encodeBase64url(holderKey),
        step,
        possession: encodeBase64url(possession),
      };
      return call(address, 'POST', '/v1/health-codes', { token, body });
    },
  };
}
