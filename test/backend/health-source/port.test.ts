import openCityPlatform from '../../conformance/port/city-platform';
import { tryHealthSource } from '../../conformance/port/health-source';
import { hereOn } from '../../conformance/port/here';
import type { HealthSourceSpecimen } from '../../conformance/port/specimen';
import { fail, ok } from '../../../src/contract/result';
import { describeOnEachDatabase } from '../../support/database';

const failures = async (specimen: HealthSourceSpecimen) => {
  const outcomes = await tryHealthSource(specimen);
  expect(outcomes.some(({ verdict }) => verdict === 'passed')).toBe(true);
  return outcomes.flatMap((outcome) =>
    outcome.verdict === 'passed' ? [] : `${outcome.name}: ${outcome.reason}`,
  );
};

describeOnEachDatabase('the deployment’s own facts as a health source', (open) => {
  test('keep to the port', async () => {
    expect(await failures(await hereOn(await open()))).toEqual([
      'names its failure when it cannot answer, and answers again afterwards: cannot be cut off',
      'tells who changed, and the same place again while nothing does: has no feed of changes',
      'names it when it does not know a cursor: has no feed of changes',
    ]);
  });
});

describe('a city’s platform as a health source', () => {
  let specimen: HealthSourceSpecimen;
  beforeAll(async () => {
    specimen = await openCityPlatform();
  });
  afterAll(() => specimen.close?.());

  test('keeps to the port, and takes the samples of the documentation', async () => {
    expect(await failures(specimen)).toEqual([]);
  });

  test.each<[string, Partial<HealthSourceSpecimen['source']>, string[]]>([
    [
      'throws',
      { factsOf: () => Promise.reject(new Error('socket hang up')) },
      ['says something of whom it knows: socket hang up'],
    ],
    [
      'knows everybody alike',
      {
        factsOf: ({ personKey }) =>
          specimen.source.factsOf({ ...specimen.known, personKey: personKey && specimen.known.personKey }),
      },
      ['says nothing of a stranger, which is no failure: says something'],
    ],
    [
      'says kinds of its own',
      {
        factsOf: async (person) => {
          const answer = await specimen.source.factsOf(person);
          return answer.ok ? ok(answer.value.map((fact) => ({ ...fact, kind: 'mood' }))) : answer;
        },
      },
      ['says only what the registry of kinds knows: mood: kind-unknown'],
    ],
    [
      'forgets what it said',
      { changes: () => Promise.resolve(ok({ personKeys: [], cursor: 'c', more: false })) },
      [
        'tells who changed, and the same place again while nothing does: does not tell of whom it knows',
        'names it when it does not know a cursor: takes any cursor',
      ],
    ],
    [
      'never ends',
      { changes: () => Promise.resolve(ok({ personKeys: [], cursor: 'c', more: true })) },
      ['tells who changed, and the same place again while nothing does: never comes to an end'],
    ],
    [
      'has no feed now',
      { changes: () => Promise.resolve(fail('unavailable')) },
      ['tells who changed, and the same place again while nothing does: says it is unavailable'],
    ],
  ])('an adapter that %s does not', async (_, change, expected) => {
    const found = await failures({ ...specimen, source: { ...specimen.source, ...change } });
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});
