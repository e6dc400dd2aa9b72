import { riskLevels } from '../risk-map/level';
import type { FactField, FactKind } from './fact-kind';
import { factKind } from './fact-kinds';
import type { FactView, HomeView } from './input';
import type { LogicParts } from './logic';

const day = 86_400_000;
/** Any day will do: rules reckon from the data alone. */
export const imaginedDay = Date.UTC(2026, 10, 20, 2);
export const imaginedInstant = (days: number): string => new Date(imaginedDay + days * day).toISOString();

type Values = Record<string, string | number | boolean>;

/** Every fact of a kind that a rule could tell apart: it is judged by how it answers each of them. */
export function imaginedFacts(kind: FactKind, root: string, { paths, numbers }: LogicParts): FactView[] {
  const read = (name: string): boolean => paths.includes(`${root}.${name}`);
  const choices: [string, (Values[string] | undefined)[]][] = Object.entries(kind.fields).map(
    ([name, field]) => [
      name,
      read(name) ? valuesOf(field, numbers) : [field.required ? valuesOf(field, numbers)[0] : undefined],
    ],
  );
  if (kind.kind === 'stay')
    for (const name of ['levelThen', 'levelNow'])
      choices.push([name, read(name) ? riskLevels.map((_, at) => at + 1) : [1]]);
  choices.push(['source', read('source') ? [...kind.sources] : [kind.sources[0]]]);
  const facts = choices.reduce<Values[]>(
    (some, [name, values]) =>
      some.flatMap((fact) =>
        values.map((value) => (value === undefined ? fact : { ...fact, [name]: value })),
      ),
    [{}],
  );
  return facts.map((fact) => ({ ...fact, since: imaginedInstant(0) }) as unknown as FactView);
}

function valuesOf(field: FactField, numbers: readonly number[]): (Values[string] | undefined)[] {
  const left = field.required ? [] : [undefined];
  switch (field.type) {
    case 'yes-no':
      return [...left, true, false];
    case 'number': {
      const scale = 10 ** field.decimals;
      const [min, max] = [field.min * scale, field.max * scale];
      const about = numbers.flatMap((number) => [number - 1, number, number + 1]);
      return [...left, ...new Set([min, ...about.filter((value) => value > min && value < max), max])];
    }
    case 'choice':
      return [...left, ...Object.keys(field.options)];
    case 'words':
      return [...left, 'x'];
    case 'region':
      return [...left, '330108'];
    case 'instant':
      return [...left, imaginedInstant(0), imaginedInstant(field.withinDays)];
  }
}

/** No helping fact, and each there may be: some that began long before, some at once, some late. */
export function imaginedHelps(helps: readonly string[], parts: LogicParts): Record<string, FactView>[] {
  return helps.reduce<Record<string, FactView>[]>(
    (some, name) => {
      const kind = factKind(name);
      const facts = kind ? imaginedFacts(kind, `helps.${name}`, parts) : [];
      const began = [-40, 0, 1, 3, 6, 15].flatMap((days) =>
        facts.map((fact) => ({ ...fact, since: imaginedInstant(days) }) as FactView),
      );
      return some.flatMap((chosen) => [chosen, ...began.map((fact) => ({ ...chosen, [name]: fact }))]);
    },
    [{}],
  );
}

/** A home at each level, the lowest first. */
export const imaginedHomes = (): HomeView[] =>
  riskLevels.map((_, at) => ({
    level: at + 1,
    since: Object.fromEntries(riskLevels.slice(1, at + 1).map((level) => [level, imaginedInstant(0)])),
  }));
