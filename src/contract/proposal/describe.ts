import type { Fact } from '../health-rules/fact';
import { factKind } from '../health-rules/fact-kinds';
import type { FactField } from '../health-rules/fact-kind';
import { riskLevelNames } from '../risk-map/level';
import type { Bilingual } from '../text';
import type { Act, ActKind, EnteredFact } from './act';

const say = (zh: string, en: string): Bilingual => ({ zh, en });
const same = (text: string): Bilingual => say(text, text);

export const actTitles: Readonly<Record<ActKind, Bilingual>> = {
  fact: say('记录一条情况', 'Enter a fact'),
  'fact-removal': say('去掉一条情况', 'Take a fact away'),
  'facts-file': say('导入一份名单', 'Import a file of facts'),
  'risk-level': say('改风险等级', 'Set a risk level'),
  rules: say('换一套规则', 'Put rules in force'),
  'person-key': say('确认身份，带来已有的记录', 'Confirm a document that brings facts with it'),
  home: say('改住址所在网格', 'Write down a home'),
  'emergency-opening': say('启动应急', 'Open an emergency'),
  'emergency-renewal': say('延长应急', 'Renew the emergency'),
  'emergency-end': say('结束应急', 'End the emergency'),
};

/** One thing an act says, as it stands on the page of whoever signs it. */
export interface ActLine {
  label: Bilingual;
  value: Bilingual;
}

/** What the act itself does not say. */
export interface Knowledge {
  /** The name of a region code. */
  place(code: string): string;
  /** The fact that is to be taken away, or those that come with a document. */
  facts: readonly Pick<Fact, 'kind' | 'values' | 'from' | 'since'>[];
}

/** An act in words, whole: nothing that it does is left out of what is signed. */
export function describeAct(act: Act, known: Knowledge): ActLine[] {
  switch (act.kind) {
    case 'fact':
      return factLines(act.fact, known);
    case 'fact-removal':
    case 'person-key':
      return known.facts.flatMap((fact) => factLines(fact, known));
    case 'facts-file':
      return fileLines(act.facts);
    case 'home':
      return [line('住址', 'Home', same(known.place(act.node)))];
    case 'risk-level':
      return [
        line('地方', 'Place', same(known.place(act.level.node))),
        line('等级', 'Level', riskLevelNames[act.level.level]),
        line('原因', 'Reason', act.level.reason),
        ...act.level.indicators.map(({ name, value }) => ({ label: name, value: same(value) })),
      ];
    case 'rules':
      return act.rules.map((rule) => ({ label: say('规则', 'Rule'), value: ruleLine(rule) }));
    case 'emergency-opening':
    case 'emergency-renewal':
      return [
        line('响应级别', 'Level', same(act.terms.level)),
        line('依据', 'Legal basis', act.terms.legalBasis),
        line('到什么时候', 'Until', same(momentOf(act.terms.endsAt))),
      ];
    case 'emergency-end':
      return [];
  }
}

const line = (zh: string, en: string, value: Bilingual): ActLine => ({ label: say(zh, en), value });

function factLines(fact: EnteredFact, { place }: Knowledge): ActLine[] {
  const kind = factKind(fact.kind);
  return [
    line('情况', 'What', kind?.title ?? same(fact.kind)),
    ...Object.entries(fact.values).map(([name, value]) => {
      const field = kind?.fields[name];
      return { label: field?.title ?? same(name), value: valueOf(field, value, place) };
    }),
    line('从什么时候', 'Since', same(momentOf(fact.since))),
    line('谁说的', 'Source', fact.from),
  ];
}

function valueOf(
  field: FactField | undefined,
  value: string | number | boolean,
  place: Knowledge['place'],
): Bilingual {
  switch (field?.type) {
    case 'yes-no':
      return value === true ? say('有', 'yes') : say('没有', 'no');
    case 'number':
      return same(Number(value).toFixed(field.decimals));
    case 'choice':
      return field.options[String(value)] ?? same(String(value));
    case 'region':
      return same(place(String(value)));
    case 'instant':
      return same(momentOf(String(value)));
    case 'words':
    case undefined:
      return same(String(value));
  }
}

/** Row by row nobody could read it: how many of what, and who says so. */
function fileLines(facts: readonly EnteredFact[]): ActLine[] {
  const kinds = [...new Set(facts.map(({ kind }) => kind))];
  const sources = new Map(facts.map(({ from }) => [`${from.zh} ${from.en}`, from]));
  return [
    ...kinds.map((kind) => {
      const count = facts.filter((fact) => fact.kind === kind).length;
      return { label: factKind(kind)?.title ?? same(kind), value: say(`${count} 条`, `${count}`) };
    }),
    ...[...sources.values()].map((from) => line('谁说的', 'Source', from)),
  ];
}

function ruleLine(rule: unknown): Bilingual {
  const { Identifier, Version, Description } = rule as {
    Identifier?: string;
    Version?: string;
    Description?: Bilingual;
  };
  const name = `${Identifier ?? ''} ${Version ?? ''}`.trim();
  return say(`${name} ${Description?.zh ?? ''}`.trim(), `${name} ${Description?.en ?? ''}`.trim());
}

/** As a clock in China shows it: 2026-11-25 10:30. */
const momentOf = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at)
    ? instant
    : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};
