import type { Bilingual } from '../text';
import type { FactKind } from './fact-kind';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

// Personal information for a public-health emergency needs no consent (art. 13 (4)), but a purpose, an end and an account.
const legalBasis = say(
  '《传染病防治法》（疫情调查与报告）、《个人信息保护法》第十三条第一款第四项',
  'Law on the Prevention and Treatment of Infectious Diseases (investigation and reporting); Personal Information Protection Law, art. 13 (4)',
);
const toDecide = say('按公开的规则定健康码的颜色', 'To decide the colour of the code by the published rules');
const toClear = say('让码尽早变回绿色', 'To turn the code green as early as it can be');

/** Kept no longer than a rule may need it, and what an appeal about it may take. */
const worsens = (
  kind: string,
  title: Bilingual,
  more: Pick<FactKind, 'sources' | 'retentionDays'> & Partial<Pick<FactKind, 'fields' | 'lastDay'>>,
): FactKind => ({ kind, title, direction: 'worsens', fields: {}, purpose: toDecide, legalBasis, ...more });

/** Kept as long as what it answers may be: without it a colour would come back. */
const helps = (kind: string, title: Bilingual, more: Partial<FactKind> = {}): FactKind => ({
  kind,
  title,
  direction: 'helps',
  sources: ['official', 'file', 'city'],
  fields: {},
  purpose: toClear,
  legalBasis,
  retentionDays: 30,
  ...more,
});

const anybody = ['declaration', 'official', 'file', 'city'] as const;
const authority = ['official', 'file', 'city'] as const;

const testMethod = {
  title: say('检测方法', 'Kind of test'),
  type: 'choice',
  options: { pcr: say('核酸', 'PCR'), antigen: say('抗原', 'antigen') },
} as const;

/** What may be known of a person, and nothing else. A resident's page shows it in these words. */
export const factKinds: readonly FactKind[] = [
  worsens('symptoms', say('发热或其他症状', 'Fever or other symptoms'), {
    sources: ['declaration', 'official', 'city'],
    fields: {
      fever: { title: say('发热', 'Fever'), type: 'yes-no', required: true },
      temperature: {
        title: say('体温（℃）', 'Temperature (°C)'),
        type: 'number',
        decimals: 1,
        min: 34,
        max: 43,
      },
      cough: { title: say('咳嗽', 'Cough'), type: 'yes-no' },
      breathless: { title: say('胸闷气短', 'Short of breath'), type: 'yes-no' },
      tasteLost: { title: say('闻不到或尝不出味道', 'No smell or taste'), type: 'yes-no' },
    },
    retentionDays: 14,
  }),
  worsens('positive-test', say('检测阳性', 'Positive test'), {
    sources: anybody,
    fields: { method: { ...testMethod, required: true } },
    retentionDays: 14,
  }),
  worsens('close-contact', say('密切接触', 'Close contact'), { sources: anybody, retentionDays: 14 }),
  worsens('household-contact', say('同住的人检测阳性', 'Somebody at home tested positive'), {
    sources: anybody,
    retentionDays: 14,
  }),
  worsens('secondary-contact', say('密接的密接', 'Contact of a close contact'), {
    sources: authority,
    retentionDays: 14,
  }),
  worsens('isolation', say('在隔离期', 'In isolation'), {
    sources: authority,
    fields: {
      place: {
        title: say('在哪里', 'Where'),
        type: 'choice',
        options: { home: say('家里', 'home'), centre: say('集中隔离点', 'an isolation centre') },
        required: true,
      },
      endsAt: { title: say('到什么时候', 'Until'), type: 'instant', withinDays: 21, required: true },
    },
    retentionDays: 30,
  }),
  // Days are counted from leaving.
  worsens('stay', say('去过的地方', 'Where one has been'), {
    sources: anybody,
    lastDay: say('最后在那里的是哪天', 'Last day there'),
    fields: {
      node: { title: say('地方', 'Place'), type: 'region', required: true },
      place: { title: say('地方的名字', 'Its name'), type: 'words', maxLength: 40 },
    },
    retentionDays: 21,
  }),
  worsens('arrival', say('从境外回来', 'Arrival from abroad'), { sources: anybody, retentionDays: 14 }),
  helps('negative-test', say('检测阴性', 'Negative test'), {
    fields: { method: { ...testMethod, required: true } },
  }),
  helps('isolation-ended', say('解除隔离', 'Isolation ended')),
  helps('recovered', say('已经康复', 'Recovered')),
];

const byKind = new Map(factKinds.map((each) => [each.kind, each]));
export const factKind = (kind: string): FactKind | undefined => byKind.get(kind);
