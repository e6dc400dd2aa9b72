import type { ApiKeyState } from '../../ports/api-keys';
import { type Command, done, operatorOf, refused } from './answer';

const minute = (date: Date): string => `${date.toISOString().slice(0, 16)}Z`;

const lineOf = ({ name, createdAt, revokedAt }: ApiKeyState): string =>
  [name, `made ${minute(createdAt)}`, ...(revokedAt ? [`revoked ${minute(revokedAt)}`] : [])].join(', ');

const NAME_AT_MOST = 60;

/** `api-key create <name>`, `api-key list`, `api-key revoke <name>`. */
export const apiKeyCommand: Command = async (request, { apiKeys }) => {
  const [act = '', name = ''] = request.args;
  if (act === 'list') return done(...(await apiKeys.list()).map(lineOf));
  if ((act !== 'create' && act !== 'revoke') || name.trim() === '' || name.length > NAME_AT_MOST)
    return refused(
      `say api-key create <name>, api-key list or api-key revoke <name>, with a name of at most ${NAME_AT_MOST} characters`,
    );
  if (act === 'create') {
    const created = await apiKeys.create(name, operatorOf(request));
    return created.ok
      ? done(`key ${created.value}`, 'it is not kept here and not shown again: hand it over by a safe way')
      : refused(`${name} has a key: revoke it first, or choose another name`);
  }
  const revoked = await apiKeys.revoke(name, operatorOf(request));
  return revoked.ok
    ? done(`${name} revoked: its key opens nothing`)
    : refused(`${name} has no key: see api-key list`);
};
