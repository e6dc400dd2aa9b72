import { defineTexts } from './define';

/** What the first opening says of venues; the pages bring their own. */
export const venueTexts = defineTexts({
  'venue.match': { zh: '{name}有病人来过', en: 'Somebody ill was at {name}' },
  'venue.match.when': { zh: '{time}，有病人在那里。', en: '{time}, somebody ill was there.' },
  'venue.hint': { zh: '去过的场所有 {count} 条提示', en: '{count} alerts on places you went' },
  'venue.hint.one': { zh: '去过的场所有 1 条提示', en: '1 alert on a place you went' },
  'venue.hint.about': { zh: '只在这部手机上比对出来', en: 'Found on this phone only' },
  'me.venues': { zh: '去过的场所', en: 'Places I went' },
  'me.venues.hints': { zh: '{count} 条提示', en: '{count} alerts' },
  'me.venues.hint': { zh: '1 条提示', en: '1 alert' },
  'me.desk.venues': { zh: '场所码', en: 'Venue codes' },
});
