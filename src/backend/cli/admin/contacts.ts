import { isSelfGoverning } from '@contract/body/body';
import { INVITATION_LASTS } from '@contract/body/steward';
import { parseContacts } from '../../import/contacts-csv';
import { type Command, content, done, refused } from './answer';
import { counted, put } from './put-file';

/** `import-contacts <csv>`: bodies beside the grid; whoever keeps their own card is left alone. */
export const importContactsCommand: Command = async (request, { register, bodies, now }) => {
  const parsed = await parseContacts(content(request), register.known, now());
  return put(parsed, async (contacts) => {
    const { invitations, theirOwn, ...changes } = await bodies.putContacts(contacts);
    return [
      counted(changes),
      ...(theirOwn > 0 ? [`${theirOwn} keep their own card: left as they are`] : []),
      ...invitations.map(({ kind, node, name, code }) => `invitation ${kind} ${node} ${name} ${code}`),
    ];
  });
};

/** `invite --body <name> --node <code>`: whoever uses it keeps that body's card from then on, and nobody else. */
export const inviteBody: Command = async ({ options }, { bodies, now }) => {
  const { body: name = '', node = '' } = options;
  const body = await bodies.named(node, name);
  if (!body) return refused(`no body ${name} at ${node}: say its name and node as in the list`);
  if (!isSelfGoverning(body.kind)) return refused(`${name} is an office: the county's list keeps its card`);
  return done(`invitation ${await bodies.invite(body.id, new Date(now() + INVITATION_LASTS))}`);
};
