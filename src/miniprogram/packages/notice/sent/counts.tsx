import { View } from '@tarojs/components';
import { Cell } from '../../../components/cell';
import { useRead } from '../../../backend/queries';
import { useAuthorText } from '../author-text';

const measures = ['audience', 'delivered', 'nudged', 'opened', 'acknowledged'] as const;

/** How many it reached: for the author, never who; what is too few to be said is not said. */
export function Counts({ id, acknowledge }: { id: string; acknowledge: boolean }) {
  const t = useAuthorText();
  const counts = useRead('GET /v1/notices/:id/counts', { params: { id } }).data;
  if (!counts) return null;
  const said = (count: number | null): string =>
    count === null ? t('author.counts.hidden') : t('author.counts.people', { count });
  const shown = measures.filter((one) => one !== 'acknowledged' || acknowledge);
  return (
    <>
      <View className="card flush">
        <View className="asked">{t('author.counts')}</View>
        {shown.map((one) => (
          <Cell key={one} title={t(`author.counts.${one}`)} value={said(counts.total[one])} />
        ))}
        <View className="caption counts-about">{t('author.counts.about')}</View>
      </View>
      {counts.communities.length > 1 && (
        <View className="card flush">
          <View className="asked">{t('author.counts.by')}</View>
          {counts.communities.map(({ node, name, ...count }) => (
            <Cell
              key={node}
              title={name}
              note={shown
                .flatMap((one) =>
                  one === 'nudged' ? [] : [`${t(`author.counts.${one}`)} ${said(count[one])}`],
                )
                .join(' · ')}
            />
          ))}
        </View>
      )}
    </>
  );
}
