import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccountJoins } from '../../../src/backend/adapters/embedded/account-joins';
import { createCodeRegistry } from '../../../src/backend/adapters/embedded/code-registry';
import { createFacts } from '../../../src/backend/adapters/embedded/facts';
import { nothingBrought } from '../../support/nothing-brought';
import { createConfirmations } from '../../../src/backend/adapters/embedded/confirmations';
import { createStore } from '../../../src/backend/adapters/embedded/store';
import { testBackup } from '../../support/backup';
import { describeOnEachDatabase } from '../../support/database';
import { noLog } from '../../support/log';
import { movedClock } from '../../support/moved-clock';

describeOnEachDatabase('a backup of people', (open) => {
  test('knows them again: by person key, and by an account that was joined into another', async () => {
    const clock = movedClock();
    const folder = mkdtempSync(join(tmpdir(), 'linli-backup-'));
    const { unit } = await open();
    const store = createStore(unit, clock);
    const confirmations = createConfirmations(unit, clock, nothingBrought);
    // The account that refers to the other lies before it.
    const second = await store.people.of({ provider: 'demo', subject: 'second' });
    const first = await store.people.of({ provider: 'demo', subject: 'first' });
    const personKey = new Uint8Array(32).fill(7);
    const seen = { name: '林小满', personKey, bornOn: '2012-02-29', seenBy: first.id, mayReplace: false };
    await confirmations.confirm(first.id, seen, {});
    const asked = await confirmations.confirm(second.id, seen, {});
    if (!asked.ok || asked.value.outcome !== 'known-elsewhere') throw new Error('no question');
    const joins = createAccountJoins(
      unit,
      clock,
      createCodeRegistry(unit, clock),
      noLog,
      createFacts(unit, clock),
      nothingBrought,
    );
    expect(await joins.answer(asked.value.joinId, true)).toBe(true);
    await testBackup(unit, folder).write(join(folder, 'backup'));

    const other = (await open()).unit;
    const restored = await testBackup(other, folder).read(join(folder, 'backup'));
    expect(restored).toMatchObject({ ok: true });
    const expected = { id: first.id, name: '林小满', confirmed: true, bornOn: '2012-02-29' };
    expect(await createConfirmations(other, clock, nothingBrought).personOf(personKey)).toMatchObject(
      expected,
    );
    const again = createStore(other, clock).people;
    expect(await again.get(second.id)).toMatchObject(expected);
    expect(await again.of({ provider: 'demo', subject: 'second' })).toMatchObject(expected);
  });
});
