import { type RiskLevel, riskLevels } from '@contract/risk-map/level';

/** Steps of dai, as in the stylesheet: a picture cannot read its variables. */
const tones = {
  light: ['#FFFFFF', '#E2E6F4', '#B7C0E4', '#5B68AE', '#2B3366'],
  dark: ['#1C1D22', '#2B3050', '#454C75', '#98A4E6', '#D6DCFB'],
} as const;

/** What is drawn over each, so that it is never the tone alone: nothing, dots, lines, crossed lines, close crossed lines. */
const strokes: readonly (string | undefined)[] = [
  undefined,
  '<circle cx="4" cy="4" r="1"/>',
  '<path d="M0 8 8 0"/>',
  '<path d="M0 8 8 0M0 0 8 8"/>',
  '<path d="M0 8 8 0M0 0 8 8M4 0V8M0 4H8"/>',
];

export const placeOf = (level: RiskLevel): number => riskLevels.indexOf(level) + 1;

/** The patterns of the five levels, to be drawn with `url(#risk-…)`. */
export function patterns(dark: boolean): string {
  const all = tones[dark ? 'dark' : 'light'];
  return riskLevels
    .map((level, at) => {
      const over = at > 2 !== dark ? '#FFFFFF' : '#1B1C20';
      const drawn = strokes[at]
        ? `<g stroke="${over}" fill="${over}" stroke-width="0.8" opacity="0.28">${strokes[at]}</g>`
        : '';
      return `<pattern id="risk-${level}" width="8" height="8" patternUnits="userSpaceOnUse"><path fill="${all[at] ?? ''}" d="M0 0h8v8H0z"/>${drawn}</pattern>`;
    })
    .join('');
}
