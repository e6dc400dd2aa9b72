import { maskName } from '@contract/health-code/masked-name';
import type { Ports } from '../ports';

/** Who stands in for somebody, and until when. */
export interface StandIn {
  id: string;
  maskedName: string;
  until: Date;
}

/** Of these people, those away now, each with who stands in. */
export async function standIns(
  { absences, store }: Pick<Ports, 'absences' | 'store'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, StandIn>> {
  const away = await absences.of([...new Set(personIds)]);
  const found = await Promise.all(
    away.map(async ({ personId, until, standIn }) => {
      const person = await store.people.get(standIn);
      return person
        ? ([personId, { id: person.id, maskedName: maskName(person.name ?? ''), until }] as const)
        : undefined;
    }),
  );
  return new Map(found.filter((each) => each !== undefined));
}
