import type { Bilingual } from '../text';

/** Where a declared emergency may ask for a code. Hospitals are not in the list: care needs no code. */
export const gateKinds = ['estate', 'transport', 'public-place', 'workplace', 'school'] as const;
export type GateKind = (typeof gateKinds)[number];

export const gateKindNames: Readonly<Record<GateKind, Bilingual>> = {
  estate: { zh: '小区', en: 'Housing estates' },
  transport: { zh: '车站、码头和公交', en: 'Stations, ports and buses' },
  'public-place': { zh: '商场、市场等公共场所', en: 'Shops, markets and other public places' },
  workplace: { zh: '单位', en: 'Workplaces' },
  school: { zh: '学校', en: 'Schools' },
};

export const isGateKind = (word: string): word is GateKind => gateKinds.some((kind) => kind === word);
