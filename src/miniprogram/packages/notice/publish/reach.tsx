import { View } from '@tarojs/components';
import type { OutputOf } from '@contract/api';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useAuthorText } from '../author-text';

type Counted = OutputOf<'POST /v1/notice-audiences'>;

/** How many it reaches, who of them may not be meant, and how many homes it does not reach. */
export function Reach({ reach, onPrint }: { reach: Counted; onPrint(): void }) {
  const t = useAuthorText();
  const { people, maybe, homesWithout } = reach;
  return (
    <View className="reach">
      <View className="words">
        <View className="reach-people">
          {people === null ? t('author.reach.few') : t('author.reach', { count: people })}
        </View>
        {maybe !== 0 && (maybe !== null || people !== null) && (
          <View className="quiet">
            {maybe === null ? t('author.reach.maybe.few') : t('author.reach.maybe', { count: maybe })}
          </View>
        )}
        {homesWithout !== null && homesWithout > 0 && (
          <View className="quiet">{t('author.reach.without', { count: homesWithout })}</View>
        )}
        {homesWithout === null && <View className="quiet">{t('author.reach.unknown')}</View>}
      </View>
      <Tap className="reach-print" onTap={onPrint}>
        <Icon name="print" />
        {t('author.print')}
      </Tap>
    </View>
  );
}
