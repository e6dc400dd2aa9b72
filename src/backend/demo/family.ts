import { familyActs } from '@contract/family/relation';
import type { Ports } from '../ports';
import type { Seen } from '../ports/confirmations';
import { bornEightYearsBefore, inventedNumber } from './documents';
import type { DemoPersona } from './personas';

type Doors = Pick<Ports, 'clock' | 'confirmations' | 'family' | 'realName' | 'store'>;

/** Whoever is confirmed has shown a document, and the family beside them: what the desk and the phones would have done. */
export async function loadDemoPeople(
  { clock, confirmations, family, realName, store }: Doors,
  personas: readonly DemoPersona[],
  ids: ReadonlyMap<string, string>,
  lastSerial: number,
): Promise<void> {
  const seenBy = ids.get('worker') ?? [...ids.values()][0] ?? '';
  let serial = lastSerial;
  async function seen(name: string, bornOn: string, isChild = false): Promise<Seen> {
    const read = await realName.recognise({ name, documentNumber: inventedNumber(bornOn, (serial += 1)) });
    if (!read.ok) throw new RangeError(`${name}: ${read.failure}`);
    return {
      name,
      personKey: read.value.personKey,
      bornOn: isChild ? bornOn : null,
      seenBy,
      mayReplace: false,
    };
  }

  async function addChild(guardianId: string, name: string, calledAs: string): Promise<void> {
    const guardian = await store.people.get(guardianId);
    if (!guardian) throw new RangeError('no such guardian');
    const bornOn = bornEightYearsBefore(clock.now().getTime());
    const { id } = await family.addChild(guardian, { name, calledAs, bornOn });
    const { code } = await confirmations.offer(guardianId, id);
    await confirmations.confirmChild(id, await seen(name, bornOn, true), code);
  }

  /** Has no phone, and said her yes at the desk. */
  async function addParent(
    helperId: string,
    home: DemoPersona['home'],
    name: string,
    calledAs: string,
  ): Promise<void> {
    const admitted = await confirmations.admit(await seen(name, '1951-03-08'), home);
    if (!admitted.ok) throw new Error(admitted.failure);
    const { personId } = admitted.value;
    const { code } = await family.ask({ actorId: helperId, kind: 'helper', calledAs });
    await family.agree(code, { personId, may: familyActs });
  }

  for (const { id, name, confirmed, home, family: members } of personas) {
    const personId = ids.get(id);
    if (!confirmed || personId === undefined) continue;
    await confirmations.confirm(personId, await seen(name, '1980-01-01'), {});
    for (const member of members)
      await (member.relation === 'child'
        ? addChild(personId, member.name, member.calledAs)
        : addParent(personId, home, member.name, member.calledAs));
  }
}
