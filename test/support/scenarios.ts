import type {
  Confirmation,
  ConfirmationCode,
  FamilyAsk,
  FamilyHelper,
  FamilyMember,
  IssuedCode,
} from '../../src/contract/api';
import type { Problem } from '../../src/contract/errors';
import { decodeBase64url, encodeBase64url } from '../../src/contract/health-code/base64url';
import { decodeCredential } from '../../src/contract/health-code/credential';
import { ed25519Signer, publicKeyOf } from '../../src/contract/health-code/noble';
import { possessionMessage } from '../../src/contract/health-code/possession';
import { stepAt } from '../../src/contract/health-code/proof';
import { inventedId } from './documents';
import { addPerson } from './people';
import type { Answer, CallEndpoint, TestApp } from './server';
import { personaOf, west } from './world';

let people = 0;
let keys = 0;

/** Somebody with a phone of their own. */
export interface Someone {
  id: string;
  name: string;
  /** Shown where the community sees them. */
  document: { name: string; documentNumber: string };
  call: CallEndpoint;
  /** Another phone of theirs. */
  anotherPhone(device?: string): Promise<CallEndpoint>;
}

/** A resident of the west grid whom nobody has confirmed yet. */
export async function addSomeone(
  app: TestApp,
  {
    name = '张桂兰',
    home = west,
    bornOn = '1980-05-01',
  }: { name?: string; home?: string | null; bornOn?: string } = {},
): Promise<Someone> {
  const serial = (people += 1);
  const id = await addPerson(app.database, `someone:${serial}`, { name, ...(home === null ? {} : { home }) });
  const anotherPhone = async (device = `手机 ${serial}`) =>
    app.withToken((await app.ports.store.sessions.open(id, device)).token);
  const document = { name, documentNumber: inventedId(bornOn, serial) };
  return { id, name, document, call: await anotherPhone(), anotherPhone };
}

export const asWorker = (app: TestApp): Promise<CallEndpoint> => app.as(personaOf('worker'));

/** Scanned by the worker of the west grid. */
export async function scan(
  app: TestApp,
  body: object,
  by?: CallEndpoint,
): Promise<Answer<Confirmation & Problem>> {
  return (by ?? (await asWorker(app)))<Confirmation & Problem>('POST /v1/confirmations', { body });
}

export async function codeOf(call: CallEndpoint, family?: string): Promise<string> {
  const body = family === undefined ? {} : { family };
  return (await call<ConfirmationCode>('POST /v1/confirmation-codes', { body })).body.code;
}

/** Somebody the community has seen. */
export async function addConfirmed(
  app: TestApp,
  options: Parameters<typeof addSomeone>[1] = {},
): Promise<Someone> {
  const someone = await addSomeone(app, options);
  const { status, body } = await scan(app, { ...someone.document, code: await codeOf(someone.call) });
  if (status !== 200) throw new Error(body.code);
  return someone;
}

export interface Child {
  /** The guardian's relation to it. */
  relation: string;
  personId: string;
  document: { name: string; documentNumber: string };
}

/** A child of a guardian, seen by the community unless it is still to be. */
export async function addChild(
  app: TestApp,
  guardian: Someone,
  { bornOn = '2018-08-15', seen = true }: { bornOn?: string; seen?: boolean } = {},
): Promise<Child> {
  const name = '林小满';
  const { body } = await guardian.call<FamilyMember & Problem>('POST /v1/family/children', {
    body: { name, calledAs: '小满', bornOn },
  });
  const document = { name, documentNumber: inventedId(bornOn, (people += 1)) };
  if (!seen) return { relation: body.id, personId: body.personId, document };
  const confirmed = await scan(app, {
    ...document,
    code: await codeOf(guardian.call, body.id),
    childAgrees: true,
  });
  if (confirmed.status !== 200) throw new Error(confirmed.body.code);
  return { relation: body.id, personId: confirmed.body.personId, document };
}

export async function ask(call: CallEndpoint, kind: 'helper' | 'guardian' = 'helper'): Promise<string> {
  return (await call<FamilyAsk>('POST /v1/family/asks', { body: { kind, calledAs: '妈妈' } })).body.code;
}

/** @returns the id of the relation, as the helper has it */
export async function help(
  helper: Someone,
  helped: Someone,
  may: readonly ('show' | 'file' | 'read')[],
): Promise<string> {
  const { status, body } = await helped.call<Problem>('POST /v1/family/asks/agree', {
    body: { code: await ask(helper.call), may },
  });
  if (status !== 204) throw new Error(body.code);
  const family = await familyOf(helper.call);
  return family.members.find(({ personId }) => personId === helped.id)?.id ?? '';
}

export async function familyOf(call: CallEndpoint) {
  return (
    await call<{
      members: FamilyMember[];
      helpers: FamilyHelper[];
    }>('GET /v1/family')
  ).body;
}

/** A code on a new key of this phone: one's own, or of somebody else. */
export async function showOn(
  app: TestApp,
  call: CallEndpoint,
  personId?: string,
): Promise<Answer<IssuedCode & Problem>> {
  const secret = new Uint8Array(32).fill(1);
  new DataView(secret.buffer).setUint32(0, (keys += 1));
  const holderKey = publicKeyOf(secret);
  const step = stepAt(app.clock.now().getTime());
  return call<IssuedCode & Problem>('POST /v1/health-codes', {
    body: {
      ...(personId === undefined ? {} : { personId }),
      holderKey: encodeBase64url(holderKey),
      step,
      possession: encodeBase64url(ed25519Signer(secret)(possessionMessage(holderKey, step))),
    },
  });
}

/** What the status list says of a credential: 0 as issued, 1 revoked. */
export async function statusOf(app: TestApp, credential: string): Promise<number | undefined> {
  const read = decodeCredential(decodeBase64url(credential) ?? new Uint8Array());
  return read.ok ? app.ports.codeRegistry.statusOf(read.value.credential.status) : undefined;
}
