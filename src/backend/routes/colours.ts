import type { ColourView } from '@contract/api';
import type { ColourReason } from '@contract/health-rules/decision';
import type { Handlers } from '../http/handler';
import { Refusal } from '../http/refusal';
import type { Ports } from '../ports';
import type { PersonColour } from '../ports/colours';

export const reasonsOf = ({ reasons }: { reasons: readonly ColourReason[] }): ColourView['reasons'] =>
  reasons.map(({ wayBack, ...reason }) => ({ ...reason, wayBack: [...wayBack] }));

export const viewOfColour = (personId: string, { since, heardAt, ...decided }: PersonColour): ColourView => ({
  personId,
  colour: decided.colour,
  since: since.toISOString(),
  reasons: reasonsOf(decided),
  ...(heardAt ? { heardAt: heardAt.toISOString() } : {}),
});

export function colourRoutes({
  colours,
  family,
  readingLog,
}: Pick<Ports, 'colours' | 'family' | 'readingLog'>): Handlers<
  'GET /v1/colours/:personId' | 'GET /v1/colour-changes'
> {
  /** What one sees of oneself is no look. */
  const note = (readerId: string, subjectIds: readonly string[], what: string): Promise<void> =>
    readingLog.note(
      ...subjectIds.map((subjectId) => ({ subjectId, readerId, role: 'family' as const, what })),
    );

  return {
    'GET /v1/colours/:personId': async ({ caller: { person }, params: { personId } }) => {
      if (!(await family.may(person.id, personId, 'show'))) throw new Refusal('not-in-family');
      await note(person.id, [personId], 'person_colour');
      return viewOfColour(personId, await colours.of(personId));
    },
    'GET /v1/colour-changes': async ({ caller: { person }, query: { after } }) => {
      const members = (await family.of(person.id)).filter(
        ({ kind, state, may }) => state === 'active' && (kind === 'guardian' || may.includes('show')),
      );
      const whose = [person.id, ...members.map(({ personId }) => personId)];
      const changes = await colours.changes(whose, after === undefined ? undefined : new Date(after));
      const seen = new Set(changes.map(({ personId }) => personId));
      await note(person.id, [...seen], 'colour_change');
      return changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() }));
    },
  };
}
