import type { OutsideMatter, OutsideStep } from '../../../src/contract/service-request/outside-desk';
import { fail, ok } from '../../../src/contract/result';
import type { OutsideDesk } from '../../../src/backend/ports/outside-desk';

/** How the next call goes; afterwards all is well again. */
export type Fate = 'taken' | 'unreached' | 'lost-before' | 'lost-after' | 'refused' | 'killed-after';

/** A process that ends in the middle of a call. */
export class Killed extends Error {}

/** A city's system in memory that keeps everything it ever took, twice where it was told twice. */
export function madeUpDesk(name: string, { knowsIds = false } = {}) {
  const it = {
    taken: [] as OutsideMatter[],
    fates: [] as Fate[],
    isDown: false,
    looked: 0,
    asked: 0,
    steps: [] as OutsideStep[],
    number: undefined as string | undefined,
    /** Its list shows what it took only later. */
    isListSlow: false,
  };
  const take = (matter: OutsideMatter): void => {
    if (!knowsIds || !it.taken.some(({ id }) => id === matter.id)) it.taken.push(matter);
  };
  const takenAs = ({ id }: OutsideMatter) =>
    ok({ reference: `${name}-${id}`, ...(it.number === undefined ? {} : { number: it.number }) });
  const desk: OutsideDesk = {
    name,
    title: { zh: '市城管平台', en: 'City works' },
    protocol: knowsIds ? 'rest' : 'open311',
    send(matter) {
      const fate = it.isDown ? 'unreached' : (it.fates.shift() ?? 'taken');
      if (fate === 'unreached') return Promise.resolve(fail('unavailable'));
      if (fate === 'lost-before') return Promise.resolve(fail('unknown'));
      if (fate === 'refused')
        return Promise.resolve({ ok: false, failure: 'refused', reason: '不在本市管辖范围' });
      take(matter);
      if (fate === 'killed-after') return Promise.reject(new Killed());
      return Promise.resolve(fate === 'lost-after' ? fail('unknown') : takenAs(matter));
    },
    standing(_id, reference) {
      it.asked += 1;
      if (it.isDown) return Promise.resolve(fail('unavailable'));
      return Promise.resolve(
        ok({ reference, ...(it.number === undefined ? {} : { number: it.number }), steps: it.steps }),
      );
    },
    ...(knowsIds
      ? { verify: ({ signature }) => (signature === 'good' ? ok(undefined) : fail('signature-invalid')) }
      : {
          find(matter) {
            it.looked += 1;
            if (it.isDown || it.isListSlow) return Promise.resolve(fail('unavailable'));
            const found = it.taken.find(({ id }) => id === matter.id);
            return Promise.resolve(found ? takenAs(found) : ok(undefined));
          },
        }),
  };
  return Object.assign(it, { desk });
}
