import type { Persona } from '@contract/api';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { SignInFailure } from '../ports/identity';

const refusals = {
  refused: 'sign-in-refused',
  used: 'invitation-used',
  expired: 'invitation-expired',
  unavailable: 'provider-unavailable',
} as const satisfies Record<SignInFailure, string>;

/** @param personas whom one can be in the demo; undefined in production */
export function sessionRoutes(
  { identity, store, messenger }: Pick<Ports, 'identity' | 'store' | 'messenger'>,
  personas: readonly Persona[] | undefined,
): Handlers<'POST /v1/sessions' | 'DELETE /v1/sessions/current' | 'GET /v1/demo/personas'> {
  return {
    'POST /v1/sessions': async ({ body: { provider, code, device } }) => {
      const signedIn = await identity[provider]?.signIn(code);
      if (!signedIn) throw new Refusal('provider-not-offered');
      if (!signedIn.ok) throw new Refusal(refusals[signedIn.failure]);
      const person = await store.people.of(signedIn.value);
      const { token, expiresAt } = await store.sessions.open(person.id, device?.trim());
      return { token, expiresAt: expiresAt.toISOString() };
    },
    'DELETE /v1/sessions/current': async ({ caller }) => {
      await store.sessions.end(caller.id);
      await messenger.announce({ type: 'person', id: caller.person.id });
    },
    'GET /v1/demo/personas': () => {
      if (!personas) throw new Refusal('not-found');
      return Promise.resolve([...personas]);
    },
  };
}
