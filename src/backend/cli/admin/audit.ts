import { encodeBase64url } from '@contract/health-code/base64url';
import { type Command, done, refused } from './answer';

/** So much of the log fits into an answer. */
export const PAGE = 2000;

/**
 * What `npm run audit` is made of: `audit page <after> [--with-personal yes]` answers lines of the log after an entry's
 * number, none at its end; `audit keys` a key a line, name and public key.
 */
export const auditCommand: Command = async ({ args: [act, after], options }, { auditLog }) => {
  if (act === 'keys')
    return done(...(await auditLog.keys()).map(({ kid, key }) => `${kid} ${encodeBase64url(key)}`));
  const from = Number(after);
  if (act !== 'page' || !Number.isSafeInteger(from)) return refused('see npm run audit');
  return done(...(await auditLog.lines(from, PAGE, { withPersonal: 'with-personal' in options })));
};
