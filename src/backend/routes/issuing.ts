import type { IssuedCode } from '@contract/api';
import type { ErrorCode } from '@contract/errors';
import { encodeBase64url } from '@contract/health-code/base64url';
import { FRESH_FOR, signCredential, VALID_FOR } from '@contract/health-code/credential';
import { maskName } from '@contract/health-code/masked-name';
import { fail, ok, type Result } from '@contract/result';
import type { Ports } from '../ports';
import type { OpenSession, Person } from '../ports/store';

/** A new credential of a person, for a key on the caller's phone; the key's possession is proved already. */
export type Issue = (
  caller: OpenSession,
  personId: string,
  holderKey: Uint8Array,
) => Promise<Result<IssuedCode, ErrorCode>>;

export function createIssuing({
  clock,
  store,
  family,
  issuer,
  codeRegistry,
  colours,
  emergencies,
  readingLog,
}: Ports): Issue {
  const mayShow = (caller: OpenSession, personId: string): boolean | Promise<boolean> =>
    personId === caller.person.id || family.may(caller.person.id, personId, 'show');

  async function issue(caller: OpenSession, person: Person, name: string, holderKey: Uint8Array) {
    // To the second, as the credential carries it.
    const now = Math.floor(clock.now().getTime() / 1000) * 1000;
    const expiresAt = now + VALID_FOR;
    const place = { personId: person.id, bearerId: caller.person.id, sessionId: caller.id, holderKey };
    const spelled = async () => {
      const { colour } = await colours.of(person.id);
      return { colour, status: await codeRegistry.spellFor(place, colour, new Date(expiresAt)) };
    };
    let { colour, status } = await spelled();
    // It turned between decision and credential.
    while (!status.ok && status.failure === 'colour-changed') ({ colour, status } = await spelled());
    if (!status.ok) return fail('session-expired' as const);
    const facts = { maskedName: maskName(name), colour, confirmed: person.confirmed };
    const credential = signCredential(
      { county: issuer.county, issuedAt: now, expiresAt, status: status.value, holderKey, ...facts },
      issuer,
    );
    if (!credential.ok) return credential;
    return ok({
      personId: person.id,
      ...facts,
      credential: encodeBase64url(credential.value),
      issuedAt: new Date(now).toISOString(),
      freshUntil: new Date(now + FRESH_FOR).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      serverTime: clock.now().toISOString(),
    });
  }

  return async (caller, personId, holderKey) => {
    if (!(await mayShow(caller, personId))) return fail('not-in-family');
    const person = personId === caller.person.id ? caller.person : await store.people.get(personId);
    if (!person) return fail('not-in-family');
    if (person.name === null) return fail('consent-required');
    if (!(await emergencies.inForce())) return fail('no-emergency');
    const issued = await issue(caller, person, person.name, holderKey);
    // A help that was ended meanwhile has revoked what there was then; this one came after.
    if (issued.ok && !(await mayShow(caller, personId))) {
      await codeRegistry.revokeBorne(personId, caller.person.id);
      return fail('not-in-family');
    }
    const look = {
      subjectId: person.id,
      readerId: caller.person.id,
      role: 'family',
      what: 'code_spell',
    } as const;
    if (issued.ok) await readingLog.note(look);
    return issued;
  };
}
