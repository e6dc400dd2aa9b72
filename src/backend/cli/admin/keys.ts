import type { KeyState } from '../../ports/key-ring';
import { type Command, done, refused } from './answer';

const day = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`;

function lineOf({ kid, use, usedFrom, publishedUntil, secretMissing }: KeyState): string {
  return [
    kid,
    use,
    `${use === 'waiting' ? 'will be used from' : 'used from'} ${day(usedFrom)}`,
    ...(publishedUntil ? [`in the trust list until ${day(publishedUntil)}`] : []),
    ...(secretMissing ? ['its file is not beside ISSUER_KEY'] : []),
  ].join(', ');
}

/** `keys list`, `keys rotate`, `keys revoke <kid>`. */
export const keysCommand: Command = async ({ args: [act, kid] }, { keyRing }) => {
  switch (act ?? '') {
    case 'list':
      return done(...(await keyRing.list()).map(lineOf));
    case 'rotate': {
      const rotated = await keyRing.rotate();
      return rotated.ok
        ? done(lineOf(rotated.value), 'its file lies beside ISSUER_KEY: keep a copy of it apart')
        : refused('the next key waits already: see keys list');
    }
    case 'revoke': {
      const revoked = await keyRing.revoke(kid ?? '');
      if (revoked.ok) return done(`${revoked.value.kid} revoked`, ...(await keyRing.list()).map(lineOf));
      return refused(
        revoked.failure === 'unknown'
          ? `no key ${kid ?? ''}: see keys list`
          : `${kid ?? ''} was revoked already`,
      );
    }
    default:
      return refused('say keys list, keys rotate or keys revoke <kid>');
  }
};
