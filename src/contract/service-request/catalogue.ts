import type { Catalogue, Category } from './category';
import { callMe } from './catalogue/call-me';
import { council } from './catalogue/council';
import { dispute } from './catalogue/dispute';
import { hazard } from './catalogue/hazard';
import { homeHelp } from './catalogue/home-help';
import { hotlines } from './catalogue/hotlines';
import { policy } from './catalogue/policy';
import { referral } from './catalogue/referral';
import { rental } from './catalogue/rental';
import { stairs } from './catalogue/stairs';

/** Everything one can come with, in the order of the services page. A new wording or entry is a new version. */
export const catalogue: Catalogue = {
  version: '2026-11-29.4',
  categories: [
    ...homeHelp,
    ...callMe,
    ...stairs,
    ...hazard,
    ...dispute,
    ...rental,
    ...policy,
    ...referral,
    ...hotlines,
    ...council,
  ],
};

/** When it was written, by its version: the day in China, and the how-manieth of that day as a minute of it. */
export function writtenAt({ version }: Pick<Catalogue, 'version'>): Date {
  const [day = '', nth = '0'] = version.split('.');
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + Number(nth) * 60_000);
}

const byCode = new Map(catalogue.categories.map((category) => [category.code, category]));

export const findCategory = (code: string): Category | undefined => byCode.get(code);
