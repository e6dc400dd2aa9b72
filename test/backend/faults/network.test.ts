import { networkRun } from '../../faults/network';
import { describeOnEachDatabase } from '../../support/database';

jest.setTimeout(90_000);

describeOnEachDatabase('an unsteady network', (open) => {
  it('loses and doubles nothing that is filed through it', async () => {
    const result = await networkRun(await open(), 20, 7);
    expect(result).toMatchObject({ filings: 20, requests: 20, doubled: 0, lost: 0, exact: true });
    const { through, ...faults } = result.befell;
    const befell = Object.values(faults).reduce((sum, times) => sum + times, 0);
    expect([through, befell].every((times) => times > 5)).toBe(true);
  });
});
