import { decodeBase64url, encodeBase64url } from '@contract/health-code/base64url';
import { ed25519Signer, publicKeyOf, sha256 } from '@contract/health-code/noble';
import { possessionMessage } from '@contract/health-code/possession';
import { encodePresentation } from '@contract/health-code/presentation';
import { makeProof, stepAt } from '@contract/health-code/proof';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { callServer, CommandFault, runCommand } from './server-call';

const usage = 'usage: npm run show -- --as <persona>   (demo mode only)';

/** `npm run show -- --as resident`: acts as a phone with a key of its own, and prints a live code. */
runCommand(async () => {
  const { values } = parseArgs({ options: { as: { type: 'string' } } });
  if (!values.as) throw new CommandFault(usage);
  const session = await callServer('POST /v1/sessions', { body: { provider: 'demo', code: values.as } });
  const secret = new Uint8Array(randomBytes(32));
  const holderKey = publicKeyOf(secret);
  const sign = ed25519Signer(secret);
  const step = stepAt(Date.now());
  const issued = await callServer(
    'POST /v1/health-codes',
    {
      body: {
        holderKey: encodeBase64url(holderKey),
        step,
        possession: encodeBase64url(sign(possessionMessage(holderKey, step))),
      },
    },
    session.token,
  );
  const credential = decodeBase64url(issued.credential);
  if (!credential) throw new CommandFault('the server answered no credential');
  console.log(
    encodePresentation(
      credential,
      makeProof(sha256(credential), stepAt(Date.parse(issued.serverTime)), sign),
    ),
  );
  return 0;
});
