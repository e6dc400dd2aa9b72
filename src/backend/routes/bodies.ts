import type { InputOf, LocalBody } from '@contract/api';
import { nearestOf } from '@contract/body/body';
import { type Card, checkCard } from '@contract/body/card';
import { INVITATION_LASTS, keepsCard, mayBeSteward } from '@contract/body/steward';
import { lineage } from '@contract/region/code';
import type { Handlers } from '../http/handler';
import { momentOf } from '../http/moment';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { Body } from '../ports/bodies';
import type { Person } from '../ports/store';

/** Whom a place turns to beside the grid, and how those who govern themselves keep their cards. */
export function bodyRoutes({
  bodies,
  directory,
  clock,
}: Pick<Ports, 'bodies' | 'directory' | 'clock'>): Handlers<
  | 'GET /v1/bodies'
  | 'GET /v1/me/bodies'
  | 'POST /v1/body-stewards'
  | 'PUT /v1/bodies/:id'
  | 'POST /v1/bodies/:id/invitations'
> {
  const now = (): number => clock.now().getTime();

  async function view(of: readonly Body[]): Promise<LocalBody[]> {
    const regions = await directory.regions([...new Set(of.map(({ node }) => node))]);
    const names = new Map(regions.map(({ code, name }) => [code, name]));
    return of.map((body) => viewOf(body, names.get(body.node) ?? body.node));
  }
  const viewOne = async (body: Body): Promise<LocalBody> => {
    const [shown] = await view([body]);
    if (!shown) throw new Refusal('not-found');
    return shown;
  };

  /** A body whose card the caller keeps. */
  async function ofSteward(id: string, person: Person): Promise<Body> {
    const body = await bodies.get(id);
    if (!body) throw new Refusal('not-found');
    if (!mayBeSteward(person.grants)) throw new Refusal('not-for-the-grid');
    if (!keepsCard(person, await bodies.stewardOf(id))) throw new Refusal('not-your-card');
    return body;
  }

  return {
    'GET /v1/bodies': async ({ query: { node, kind } }) =>
      view(nearestOf(await bodies.at(lineage(node), kind))),
    'GET /v1/me/bodies': async ({ caller: { person } }) =>
      mayBeSteward(person.grants) ? view(await bodies.keptBy(person.id)) : [],
    'POST /v1/body-stewards': async ({ caller: { person }, body: { code } }) => {
      if (person.privacyVersion === null) throw new Refusal('consent-required');
      // Before the code is used up.
      if (!mayBeSteward(person.grants)) throw new Refusal('not-for-the-grid');
      const body = await bodies.keepBy(code, person.id);
      if (!body) throw new Refusal('body-invitation-unknown');
      return viewOne(body);
    },
    'PUT /v1/bodies/:id': async ({ caller: { person }, params: { id }, body: said }) => {
      const before = await ofSteward(id, person);
      const card = cardOf(said);
      const faults = checkCard(card, now(), before);
      if (faults.length > 0)
        throw new Refusal('card-invalid', {
          fields: faults.map(({ field, reason }) => ({ pointer: `/${field}`, reason })),
        });
      return viewOne(await bodies.write(id, card));
    },
    'POST /v1/bodies/:id/invitations': async ({ caller: { person }, params: { id } }) => {
      await ofSteward(id, person);
      const expiresAt = new Date(now() + INVITATION_LASTS);
      return { code: await bodies.invite(id, expiresAt), expiresAt: expiresAt.toISOString() };
    },
  };
}

const viewOf = (body: Body, nodeName: string): LocalBody => {
  const { keptByItself, touchedAt, meetsAt, agenda, ...rest } = body;
  return {
    ...rest,
    nodeName,
    ...(meetsAt === undefined ? {} : { meetsAt: new Date(meetsAt).toISOString() }),
    agenda: [...agenda],
    keptBy: keptByItself ? 'itself' : 'county',
    touchedAt: new Date(touchedAt).toISOString(),
  };
};

function cardOf({ meetsAt, agenda, ...rest }: InputOf<'PUT /v1/bodies/:id'>['body']): Card {
  const said = Object.fromEntries(Object.entries(rest).map(([key, words]) => [key, words.trim()]));
  return {
    ...said,
    ...(meetsAt === undefined ? {} : { meetsAt: momentOf(meetsAt, '/meetsAt').getTime() }),
    agenda: agenda.map((point) => point.trim()),
  };
}
