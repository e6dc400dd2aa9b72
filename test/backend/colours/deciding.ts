import { randomUUID } from 'node:crypto';
import { createCodeRegistry } from '../../../src/backend/adapters/embedded/code-registry';
import { createColours } from '../../../src/backend/adapters/embedded/colours';
import type { Database } from '../../../src/backend/adapters/embedded/database';
import { createFacts } from '../../../src/backend/adapters/embedded/facts';
import { createHealthSource } from '../../../src/backend/adapters/embedded/health-source';
import { createGathering } from '../../../src/backend/adapters/embedded/health-source/gather';
import type { HealthSource } from '../../../src/backend/ports/health-source';
import type { Announcement } from '../../../src/backend/ports/messenger';
import type { JobData } from '../../../src/backend/ports/jobs';
import { builtInRules } from '../../../src/contract/health-rules/built-in';
import type { HealthRule } from '../../../src/contract/health-rules/rule';
import type { RiskLevel } from '../../../src/contract/risk-map/level';
import type { SetLevel } from '../../../src/contract/risk-map/timeline';
import { movedClock } from '../../support/moved-clock';
import { addPerson } from '../../support/people';

/** Everything a colour is decided from, to be moved by a test; and everything that is told. */
export function deciding(database: Database, outside: readonly HealthSource[] = []) {
  const { unit } = database;
  const clock = movedClock();
  const state = { rules: builtInRules, levels: [] as SetLevel[], inForce: true };
  const told: Announcement[] = [];
  const jobs: JobData[] = [];
  const codeRegistry = createCodeRegistry(unit, clock);
  const facts = createFacts(unit, clock);
  const colours = createColours({
    unit,
    clock,
    inForce: () => Promise.resolve(state.inForce),
    rules: () => Promise.resolve(state.rules),
    levels: () => Promise.resolve(state.levels),
    gather: createGathering(unit, clock, createHealthSource(unit, clock), outside),
    facts,
    codeRegistry,
    messenger: { announce: (announcement) => Promise.resolve(void told.push(announcement)) },
    jobs: {
      enqueue: (_, data) => {
        jobs.push(data);
        return Promise.resolve({ ok: true, value: 'queued' });
      },
    },
  });
  const fact = (kind: string, values: Record<string, string | number | boolean> = {}) => ({
    kind,
    values,
    from: { zh: '县疾控中心', en: 'The county’s CDC' },
    since: clock.now().toISOString(),
    source: 'official' as const,
  });
  return {
    clock,
    facts,
    colours,
    codeRegistry,
    told,
    jobs,
    fact,
    setEmergency(inForce: boolean) {
      state.inForce = inForce;
    },
    setRules(rules: readonly HealthRule[]) {
      state.rules = rules;
    },
    setLevel(node: string, level: RiskLevel) {
      state.levels = [...state.levels, { node, level, since: clock.now().toISOString() }];
    },
    person: (home?: string) => addPerson(database, randomUUID(), home === undefined ? {} : { home }),
    colourOf: async (id: string) => (await colours.last(id)).colour,
  };
}
