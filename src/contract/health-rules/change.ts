import type { HealthRule } from './rule';

/** What of a rule decides colours; its texts may change freely. */
const decisive = ({ Identifier, Colour, AffectedKind, ValidFrom, ValidTo, Logic }: HealthRule): string =>
  JSON.stringify([Identifier, Colour, AffectedKind, ValidFrom, ValidTo, Logic]);

/** Whether a new set of rules only leaves out some of the old: then it can make nobody's colour worse, now or later. */
export function onlyLeavesOut(before: readonly HealthRule[], after: readonly HealthRule[]): boolean {
  const known = new Set(before.map(decisive));
  return after.every((rule) => known.has(decisive(rule)));
}

/** Identifiers of the rules that are new or decide otherwise than before, and of those left out. */
export const changedRules = (before: readonly HealthRule[], after: readonly HealthRule[]): string[] => {
  const [old, now] = [new Set(before.map(decisive)), new Set(after.map(decisive))];
  return [
    ...after.filter((rule) => !old.has(decisive(rule))),
    ...before.filter((rule) => !now.has(decisive(rule))),
  ]
    .map(({ Identifier }) => Identifier)
    .filter((name, at, all) => all.indexOf(name) === at)
    .sort();
};
