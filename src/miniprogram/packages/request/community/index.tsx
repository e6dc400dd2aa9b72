import { View } from '@tarojs/components';
import type { PublicFigures } from '@contract/api';
import { atLevel } from '@contract/region/code';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useTextWith } from '../../../locales';
import { figuresTexts } from '../../../locales/figures';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';

type Shown = PublicFigures['total']['whole'];

function Numbers({ node }: { node: string }) {
  const t = useTextWith(figuresTexts);
  const figures = useRead('GET /v1/regions/:code/figures', { params: { code: node } }, { open: true });
  return (
    <Loaded read={figures}>
      {({ nodeName, total, categories, least }) => {
        const words = (shown: Shown): string => {
          if ('count' in shown) return t('community.count', { count: shown.count });
          if ('fewer' in shown) return t('community.fewer', { least });
          return 'allButFewer' in shown ? t('community.all-but-fewer', { least }) : t('community.withheld');
        };
        const line = ({ whole, part }: PublicFigures['total']): string =>
          `${t('figures.filed')} ${words(whole)} · ${t('figures.in-time')} ${words(part)}`;
        return (
          <View>
            <View className="lead">
              {nodeName} · {t('community.about', { least })}
            </View>
            {categories.length === 0 ? (
              <Nothing icon="doc" title={t('figures.none')} />
            ) : (
              <View className="card flush">
                <Cell title={t('community.all')} note={line(total)} />
                {categories.map(({ category, name, figures: row }) => (
                  <Cell key={category} title={t.of(name)} note={line(row)} />
                ))}
              </View>
            )}
          </View>
        );
      }}
    </Loaded>
  );
}

/** How one's own community does, for everybody who lives there: counts of matters, none of them small. */
function CommunityPage() {
  const t = useTextWith(figuresTexts);
  const me = useMe();
  const node = atLevel(me.data?.home?.node ?? '', 'community');
  return (
    <Page title={t('community.title')}>
      {node !== undefined ? (
        <Numbers node={node} />
      ) : (
        <View className="card flush">
          <Cell
            icon="home"
            title={t('community.no-home')}
            act
            onTap={() => void Taro.navigateTo({ url: open.home })}
          />
        </View>
      )}
    </Page>
  );
}

export default whenReady(CommunityPage);
