import { View } from '@tarojs/components';
import type { OutputOf } from '@contract/api';
import { levelOf } from '@contract/region/code';
import Taro from '@tarojs/taro';
import { Cell } from '../../../components/cell';
import { open } from '../../../paths';
import { type AuthorSpeech, useAuthorText } from '../author-text';

const measures = ['audience', 'delivered', 'nudged', 'opened', 'acknowledged'] as const;
type Counts = OutputOf<'GET /v1/notices/:id/counts'>;
type Place = Counts['places'][number];

const said = (count: number | null, t: AuthorSpeech): string =>
  count === null ? t('author.counts.hidden') : t('author.counts.people', { count });

/** It ends a line, and begins none. */
const dot = '\u00a0· ';

/** A place in one line: what is said of it, and that the rest is not. */
function lineOf(place: Place, asked: boolean, t: AuthorSpeech): string {
  if (place.audience === null) return t('author.counts.hidden');
  const parts = measures.flatMap((one) => {
    const isLeftOut = one === 'nudged' || (one === 'acknowledged' && !asked);
    return isLeftOut ? [] : [{ one, count: place[one] }];
  });
  const rest = parts.some(({ count }) => count === null) ? [t('author.counts.rest')] : [];
  return parts
    .flatMap(({ one, count }) => (count === null ? [] : [`${t(`author.counts.${one}`)} ${said(count, t)}`]))
    .concat(rest)
    .join(dot);
}

/** The level of places that stand in one table: between the whole and the people of one community. */
function levelName(places: readonly Place[], t: AuthorSpeech): string {
  const level = levelOf(places[0]?.node ?? '');
  return level === 'city' || level === 'county' || level === 'township'
    ? t(`author.counts.by.${level}`)
    : t('author.counts.by.community');
}

/**
 * How many it reached, in all and by the places below: for the author, never who; what is too few to be said is not said.
 * @param asked an answer was asked for
 */
export function CountsShown({ id, counts, asked }: { id: string; counts: Counts; asked: boolean }) {
  const t = useAuthorText();
  const { at, total, places } = counts;
  return (
    <>
      <View className="card flush">
        <View className="asked">{at ? at.name : t('author.counts')}</View>
        {measures.map((one) => {
          const count = total[one];
          const isLeftOut = count === undefined || (one === 'acknowledged' && !asked);
          return !isLeftOut && <Cell key={one} title={t(`author.counts.${one}`)} value={said(count, t)} />;
        })}
        <View className="caption counts-about">{t('author.counts.about')}</View>
      </View>
      {places.length > 0 && (
        <View className="card flush">
          <View className="asked">{levelName(places, t)}</View>
          {places.map((place) => (
            <Cell
              key={place.node}
              title={place.name}
              note={lineOf(place, asked, t)}
              {...(place.hasBelow
                ? { onTap: () => void Taro.navigateTo({ url: open.noticeCounts(id, place.node) }) }
                : {})}
            />
          ))}
        </View>
      )}
    </>
  );
}
