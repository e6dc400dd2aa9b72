import { parseFacts, type ImportedFact } from '../../import/facts-csv';
import { describeProblem } from '../../import/problems';
import type { Ports } from '../../ports';
import { type Command, content, done, refused } from './answer';

/** What a file of facts takes: who is known by which document, and what waits for a second official. */
export interface FactsImport {
  ports: Pick<Ports, 'clock' | 'confirmations' | 'facts' | 'proposals' | 'store'>;
  /** Of a document's number in its plain form. */
  personKey: (plainNumber: string) => Uint8Array;
}

const refusals = {
  'outside-your-place': 'that takes an officer of the county, or above it',
  'name-not-confirmed': 'that officer’s name is not confirmed yet: it takes a confirmed person',
  'concerns-you':
    'that officer, or a child or guardian of theirs, stands in the file: another one brings it in',
  'not-found': 'nothing of it can be taken',
} as const;

/** `import-facts <csv> --as <staff number> --reason <words>`: held whole until a second official agrees at the desk. */
export const importFactsCommand: Command = async (request, { emergencies, factsImport, register }) => {
  if (!factsImport) return refused('facts are imported through the running server: start it first');
  if (!(await emergencies.inForce())) return refused('no emergency is in force: nothing is kept of anybody');
  const { ports, personKey } = factsImport;
  const found = await register.find(request.options['as'] ?? '');
  const by = found && (await ports.store.people.get(found.id));
  if (!by) return refused('say as whom: --as <staff number>');
  const parsed = parseFacts(content(request), personKey, ports.clock.now().getTime());
  if (!parsed.ok)
    return refused(
      ...parsed.errors.map((problem) => describeProblem(problem, 'en')),
      `${parsed.errors.length} faults: nothing of this file was taken`,
    );
  const facts = await unknown(parsed.rows, ports);
  if (facts.length === 0) return done(`unchanged: all ${parsed.rows.length} facts are there or wait already`);
  const proposed = await ports.proposals.propose(
    { kind: 'facts-file', facts },
    by,
    request.options['reason']?.trim() || 'import-facts',
  );
  if (!proposed.ok) return refused(refusals[proposed.failure]);
  const { id, state, worsens, needsLevelAbove } = proposed.value;
  if (state === 'applied') return done(`${facts.length} facts added: they can make nobody’s colour worse`);
  return done(
    ...parsed.warnings.map((warning) => `note: ${describeProblem(warning, 'en')}`),
    `proposed: ${id}, ${facts.length} facts that turn ${worsens} people`,
    `they count when a second officer of the county has signed at the desk${needsLevelAbove ? ', and one of the level above' : ''}`,
  );
};

/** Rows that nobody has said yet: a file that comes twice changes nothing. */
async function unknown(rows: readonly ImportedFact[], ports: FactsImport['ports']): Promise<ImportedFact[]> {
  const said = new Set(await waiting(ports));
  const fresh: ImportedFact[] = [];
  for (const row of rows) {
    const person = await ports.confirmations.personOf(new Uint8Array(Buffer.from(row.personKey, 'hex')));
    const known = person ? await ports.facts.of(person.id) : await ports.facts.waitingFor(row.personKey);
    for (const fact of known) said.add(wordOf({ ...fact, personKey: row.personKey }));
    if (said.has(wordOf(row))) continue;
    said.add(wordOf(row));
    fresh.push(row);
  }
  return fresh;
}

/** Of files that wait for their second signature. */
async function waiting({ proposals }: FactsImport['ports']): Promise<string[]> {
  return (await proposals.waitingOf('facts-file')).flatMap(({ act }) =>
    act.kind === 'facts-file' ? act.facts.map(wordOf) : [],
  );
}

const wordOf = ({ personKey, kind, since, values }: Omit<ImportedFact, 'from'>): string =>
  JSON.stringify([personKey, kind, Date.parse(since), Object.entries(values).sort()]);
