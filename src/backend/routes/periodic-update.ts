import type { IssuedCode } from '@contract/api';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import { createIssuing } from './issuing';

type Keys = 'POST /v1/me/periodic-token' | 'GET /v1/periodic-update';

/** WeChat takes 256 KB; a code is some 700 bytes, and no phone bears so many. */
const CODES_AT_MOST = 64;

/** What WeChat fetches for a closed app, twice a day at best. It cannot sign: only keys proved before are renewed. */
export function periodicUpdateRoutes(ports: Ports): Handlers<Keys> {
  const { store, codeRegistry } = ports;
  const issue = createIssuing(ports);

  return {
    'POST /v1/me/periodic-token': async ({ caller }) => ({
      token: await store.sessions.periodicToken(caller.id),
    }),
    'GET /v1/periodic-update': async ({ query: { token } }) => {
      const caller = await store.sessions.findPeriodic(token);
      if (!caller.ok) throw new Refusal('sign-in-required');
      const codes: IssuedCode[] = [];
      const keys = await codeRegistry.provedKeys(caller.value.id);
      for (const { personId, holderKey } of keys.slice(0, CODES_AT_MOST)) {
        // Somebody whom one may no longer show is left out; the others' codes are no less due.
        const issued = await issue(caller.value, personId, holderKey);
        if (issued.ok) codes.push(issued.value);
      }
      return { codes };
    },
  };
}
