import { Value } from '@sinclair/typebox/value';
import { validate } from 'certlogic-js/dist/validation';
import { checkBehaviour } from './check-behaviour';
import { factKind } from './fact-kinds';
import { partsOf } from './logic';
import { placeholdersOf } from './reason';
import { HealthRuleBody } from './rule-schema';
import type { HealthRule } from './rule';

/**
 * What keeps a rule from being proposed:
 * - `not-a-list`, `shape`, `identifier-twice`, `identifier-colour`, `never-valid`: how it is written
 * - `not-certlogic`, `operator-not-allowed`, `time-hidden`, `path-unknown`, `kind-unknown`, `kind-helps`: what it reads
 * - `placeholder-unknown`: a text that names what the fact need not say
 * - `example-differs`, `examples-one-sided`: its own examples
 * - `cannot-be-evaluated`, `no-end`, `help-worsens`, `higher-level-helps`: how it behaves with any fact there may be
 */
export interface RuleProblem {
  /** Absent where the list itself is wrong. */
  rule?: string;
  problem:
    | 'not-a-list'
    | 'shape'
    | 'identifier-twice'
    | 'identifier-colour'
    | 'never-valid'
    | 'not-certlogic'
    | 'operator-not-allowed'
    | 'time-hidden'
    | 'path-unknown'
    | 'kind-unknown'
    | 'kind-helps'
    | 'placeholder-unknown'
    | 'example-differs'
    | 'examples-one-sided'
    | 'cannot-be-evaluated'
    | 'no-end'
    | 'help-worsens'
    | 'higher-level-helps';
  /** Where or what: a path, an operator, an example's name. */
  about: string;
}

export type Named = (problem: RuleProblem['problem'], about: string) => RuleProblem;

/** Without lists there is nothing to reduce, and certificates are not what these rules read. */
const notAllowed = ['reduce', 'extractFromUVCI', 'dccDateOfBirth'];
const homePath = /^home(\.(level|since(\.(guarded|medium|high|highest))?))?$/;

/** Everything wrong with a set of rules; nothing for one that may be proposed. */
export function checkRules(rules: unknown): RuleProblem[] {
  if (!Array.isArray(rules) || rules.length === 0)
    return [{ problem: 'not-a-list', about: 'a list of rules, at least one' }];
  const seen = new Set<string>();
  return rules.flatMap((rule: unknown, at) => {
    const identifier = identifierOf(rule) ?? `#${at + 1}`;
    const named: Named = (problem, about) => ({ rule: identifier, problem, about });
    const twice = seen.has(identifier) ? [named('identifier-twice', identifier)] : [];
    seen.add(identifier);
    const shape = [...Value.Errors(HealthRuleBody, rule)];
    if (shape.length > 0)
      return [...twice, ...shape.map(({ path, message }) => named('shape', `${path || '/'}: ${message}`))];
    return [...twice, ...checkRule(rule as HealthRule, named)];
  });
}

function checkRule(rule: HealthRule, named: Named): RuleProblem[] {
  const wrong = validate(rule.Logic);
  if (wrong.length > 0) return wrong.map(({ message }) => named('not-certlogic', message));
  const reads = checkReading(rule, named);
  const said = [...checkWriting(rule, named), ...checkPlaceholders(rule, named)];
  // What reads the wrong things cannot be judged by how it behaves.
  return reads.length > 0 ? [...said, ...reads] : [...said, ...checkBehaviour(rule, named)];
}

function checkWriting(rule: HealthRule, named: Named): RuleProblem[] {
  const letter = rule.Colour === 'red' ? 'R' : 'Y';
  return [
    ...(rule.Identifier[3] === letter ? [] : [named('identifier-colour', rule.Colour)]),
    ...(Date.parse(rule.ValidFrom) < Date.parse(rule.ValidTo) ? [] : [named('never-valid', rule.ValidTo)]),
    ...[true, false]
      .filter((passes) => !rule.Examples.some((example) => example.passes === passes))
      .map((passes) => named('examples-one-sided', passes ? 'none that passes' : 'none that fails')),
  ];
}

/** Every placeholder is a field of the kind; outside `[…]` one that every fact of the kind has. */
function checkPlaceholders({ AffectedKind, Reason }: HealthRule, named: Named): RuleProblem[] {
  const fields = factKind(AffectedKind ?? '')?.fields ?? {};
  return [Reason.zh, Reason.en].flatMap((text) => {
    const { all, required } = placeholdersOf(text);
    return [
      ...all.filter((name) => !fields[name]),
      ...required.filter((name) => fields[name] && !fields[name].required),
    ].map((name) => named('placeholder-unknown', `{${name}}`));
  });
}

function checkReading(rule: HealthRule, named: Named): RuleProblem[] {
  const { paths, operators, hidesTimes } = partsOf(rule.Logic);
  const kind = rule.AffectedKind;
  const known = kind === null ? undefined : factKind(kind);
  if (kind !== null && !known) return [named('kind-unknown', kind)];
  if (known?.direction === 'helps') return [named('kind-helps', known.kind)];
  const may = (path: string): boolean => {
    const [root, name = '', field, ...rest] = path.split('.');
    if (root === 'now') return path === 'now';
    if (root === 'home') return homePath.test(path);
    if (root === 'fact')
      return path === 'fact' || (known !== undefined && field === undefined && has(known.kind, name));
    const help = factKind(name);
    return (
      root === 'helps' &&
      help?.direction === 'helps' &&
      rest.length === 0 &&
      (field === undefined || has(help.kind, field))
    );
  };
  return [
    ...(hidesTimes ? [named('time-hidden', 'plusTime')] : []),
    ...paths.filter((path) => !may(path)).map((path) => named('path-unknown', path)),
    ...operators
      .filter((operator) => notAllowed.includes(operator))
      .map((operator) => named('operator-not-allowed', operator)),
  ];
}

const has = (kind: string, field: string): boolean =>
  ['since', 'source'].includes(field) ||
  (kind === 'stay' && ['levelThen', 'levelNow'].includes(field)) ||
  Object.hasOwn(factKind(kind)?.fields ?? {}, field);

const identifierOf = (rule: unknown): string | undefined =>
  typeof rule === 'object' && rule !== null && 'Identifier' in rule && typeof rule.Identifier === 'string'
    ? rule.Identifier
    : undefined;
