import type { Appeal as AppealBody, AppealEntry, AppealSummary } from '@contract/api';
import { type Remedy, reviewUntil } from '@contract/appeal/answer';
import { possibleAppealEvents } from '@contract/appeal/lifecycle';
import { maskName } from '@contract/health-code/masked-name';
import type { Ports } from '../ports';
import type { Appeal, AppealWithTimeline } from '../ports/appeals';
import type { AppealRelation } from './appeal-access';
import { reasonsOf } from './colours';

/** Appeals as people see them: names masked, nodes by name, and no reason for whoever only carried it. */
export function appealViews({ directory, facts, store }: Pick<Ports, 'directory' | 'facts' | 'store'>) {
  async function maskedNames(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const distinct = [...new Set(ids)].filter((id) => id !== null);
    const people = await Promise.all(distinct.map(async (id) => [id, await store.people.get(id)] as const));
    return new Map(people.map(([id, person]) => [id, maskName(person?.name ?? '')]));
  }

  async function nodeNames(nodes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const regions = await directory.regions([...new Set(nodes)]);
    return new Map(regions.map((region) => [region.code, region.name]));
  }

  async function summaries(
    appeals: readonly Appeal[],
    viewerId: string,
    { withReason = true } = {},
  ): Promise<AppealSummary[]> {
    const people = await maskedNames(appeals.flatMap(({ personId, ownerId }) => [personId, ownerId]));
    const nodes = await nodeNames(appeals.map(({ node }) => node));
    return appeals.map(
      ({ id, personId, reason, way, state, node, filedAt, dueAt, warned, ownerId, version }) => ({
        id,
        personId,
        maskedName: people.get(personId) ?? '*',
        reason: withReason ? (reasonsOf({ reasons: [reason] })[0] ?? null) : null,
        way,
        state,
        node,
        nodeName: nodes.get(node) ?? node,
        filedAt: filedAt.toISOString(),
        dueAt: dueAt.toISOString(),
        warned,
        ownerMaskedName: (ownerId !== null && people.get(ownerId)) || null,
        mine: ownerId === viewerId,
        version,
      }),
    );
  }

  /** What granting it can do: only a fact of this deployment can be taken away here. */
  async function remediesFor({ reason }: Pick<Appeal, 'reason'>): Promise<Remedy[]> {
    const fact = reason.factId === undefined ? undefined : await facts.get(reason.factId);
    return fact && fact.source !== 'city' ? ['fact-removal', 'elsewhere'] : ['elsewhere'];
  }

  async function whole(
    appeal: AppealWithTimeline,
    relation: AppealRelation,
    viewerId: string,
  ): Promise<AppealBody> {
    const { timeline, state, changedAt } = appeal;
    const [summary] = await summaries([appeal], viewerId, { withReason: relation !== 'bearer' });
    if (!summary) throw new RangeError('one appeal has one summary');
    const people = await maskedNames(timeline.map(({ actorId }) => (actorId === viewerId ? null : actorId)));
    const nodes = await nodeNames(timeline.map(({ node }) => node));
    return {
      ...summary,
      relation,
      timeline: timeline.map((step) => entryOf(step, people, nodes, relation)),
      possible: possibleAppealEvents(state, relation),
      ...(state === 'refused' ? { reviewUntil: reviewUntil(changedAt.getTime()) } : {}),
      remedies: relation === 'hearer' ? await remediesFor(appeal) : [],
    };
  }

  return { summaries, whole, remediesFor };
}

function entryOf(
  {
    seq,
    event,
    at,
    role,
    actorId,
    state,
    node,
    words,
    photos,
    remedy,
    colour,
  }: AppealWithTimeline['timeline'][number],
  people: ReadonlyMap<string, string>,
  nodes: ReadonlyMap<string, string>,
  relation: AppealRelation,
): AppealEntry {
  const maskedName = actorId === null ? undefined : people.get(actorId);
  return {
    seq,
    event,
    at: at.toISOString(),
    by: { role, ...(maskedName ? { maskedName } : {}) },
    state,
    nodeName: nodes.get(node) ?? node,
    photos: [...photos],
    ...(words === undefined ? {} : { words }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(colour === undefined || relation === 'bearer' ? {} : { colour }),
  };
}
