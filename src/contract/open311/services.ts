import {
  type Answers,
  type Attribute,
  type Category,
  dangersOf,
  type GridCategory,
} from '../service-request/category';
import type { Bilingual, Language } from '../text';
import type { WorkingLimit } from '../working-time/reckon';
import type { Tree } from './document';
import { groupNames } from './wording';

/** What other systems may file and anyone may follow: matters of the grid that lie in a public place. */
export const publicCategories = (categories: readonly Category[]): GridCategory[] =>
  categories.filter((one): one is GridCategory => one.kind === 'grid' && one.scope === 'public');

export const serviceList = (categories: readonly Category[], language: Language): Tree =>
  publicCategories(categories).map((category) => ({
    service_code: category.code,
    service_name: category.name[language],
    description: category.hint[language],
    metadata: category.attributes.length > 0,
    type: 'realtime',
    keywords: category.words.join(','),
    group: groupNames[category.group][language],
  }));

export const serviceDefinition = (category: GridCategory, language: Language): Tree => ({
  service_code: category.code,
  attributes: category.attributes.map((attribute, at) => attributeOf(attribute, at + 1, language)),
});

const isoNote: Bilingual = {
  zh: 'ISO 8601，带时区，比如 2026-11-29T08:30:00+08:00',
  en: 'ISO 8601 with its offset, as 2026-11-29T08:30:00+08:00',
};

const attributeOf = (
  { code, datatype, required, text, choices }: Attribute,
  order: number,
  language: Language,
): Tree => ({
  variable: true,
  code,
  datatype,
  required,
  datatype_description: datatype === 'datetime' ? isoNote[language] : null,
  order,
  description: text[language],
  ...(choices ? { values: choices.map(({ key, name }) => ({ key, name: name[language] })) } : {}),
});

const limitIn = (limit: WorkingLimit): Bilingual =>
  'hours' in limit
    ? { zh: `${limit.hours} 个工作小时`, en: `${limit.hours} working hours` }
    : { zh: `${limit.days} 个工作日`, en: `${limit.days} working days` };

/** What is done about it, and by when at the latest; where the answers speak of danger, whom to call first. */
export function serviceNotice(category: GridCategory, answers: Answers, language: Language): string {
  const [accept, resolve] = [limitIn(category.accept), limitIn(category.resolve)];
  const notice: Bilingual = {
    zh: `网格员 ${accept.zh}内接单，${resolve.zh}内办好。`,
    en: `Taken by a grid worker within ${accept.en}, done within ${resolve.en}.`,
  };
  const dangers = dangersOf(category, answers).map(({ call, text }): Bilingual => ({
    zh: `先打 ${call}：${text.zh}。`,
    en: `Call ${call} first: ${text.en}.`,
  }));
  return [...dangers, notice].map((said) => said[language]).join(language === 'zh' ? '' : ' ');
}
