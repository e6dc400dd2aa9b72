import { View } from '@tarojs/components';
import type { Me } from '@contract/api';
import { figuresFor } from '@contract/figures/figures';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Pills } from '../../../components/choice';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { keepFile } from '../../../platform/keep-file';
import { whenReady } from '../../../when-ready';
import '../../../look/figures.scss';
import { Summary } from './summary';
import { useFiguresText } from './text';
import { Weeks } from './weeks';

const spans = [4, 12, 52] as const;

function Keep({ node, weeks, from }: { node: string; weeks: number; from: string }) {
  const t = useFiguresText();
  const { client } = usePhone();
  const [said, setSaid] = useState('');
  const keep = async (): Promise<void> => {
    const table = await client.file('GET /v1/figures/table', { query: { node, weeks } });
    await keepFile(`${node}-${from}.csv`, table, 'text/csv');
  };
  return (
    <View className="foot-free" aria-live="polite">
      <Button
        kind="outline"
        text={t('figures.keep')}
        onTap={() =>
          void keep().then(
            () => setSaid(t('figures.kept')),
            () => setSaid(t('figures.not-kept')),
          )
        }
      />
      {said !== '' && <View className="quiet">{said}</View>}
    </View>
  );
}

function Shown({ node, weeks }: { node: string; weeks: number }) {
  const t = useFiguresText();
  const figures = useRead('GET /v1/figures', { query: { node, weeks } });
  return (
    <Loaded read={figures}>
      {(shown) => (
        <View>
          <View className="lead figures">
            {t('figures.range', { from: shown.from, until: shown.until })} · {t('figures.about')}
          </View>
          {shown.total.filed === 0 ? (
            <Nothing icon="doc" title={t('figures.none')} />
          ) : (
            <>
              <Summary title={shown.nodeName} figures={shown.total} />
              <Weeks weeks={shown.weeks} />
              <View className="section">{t('figures.by-category')}</View>
              {shown.categories.map(({ category, name, figures: of }) => (
                <Summary key={category} title={t.of(name)} figures={of} />
              ))}
              <Keep node={node} weeks={weeks} from={shown.from} />
            </>
          )}
        </View>
      )}
    </Loaded>
  );
}

/** Whose figures somebody may read: of the places they are an officer of. */
const placesOf = (me: Me | undefined): { node: string; nodeName: string }[] =>
  (me?.grants ?? []).filter(
    ({ role, node }) => role === 'officer' && figuresFor(node, me?.grants ?? []) === 'yes',
  );

/** How matters went in a community or above it. No grid, no person, no rank. */
function FiguresPage() {
  const t = useFiguresText();
  const places = placesOf(useMe().data);
  const [chosen, setChosen] = useState<string>();
  const [weeks, setWeeks] = useState<number>(12);
  const node = chosen ?? places[0]?.node;
  return (
    <Page title={t('figures.title')}>
      {places.length > 1 && node !== undefined && (
        <Pills
          label={t('figures.where')}
          chosen={node}
          onChange={setChosen}
          options={places.map((place) => ({ key: place.node, text: place.nodeName }))}
        />
      )}
      <Pills
        label={t('figures.span')}
        chosen={String(weeks)}
        onChange={(key) => setWeeks(Number(key))}
        options={spans.map((count) => ({ key: String(count), text: t('figures.weeks', { count }) }))}
      />
      {node !== undefined && <Shown key={`${node} ${weeks}`} node={node} weeks={weeks} />}
    </Page>
  );
}

export default whenReady(FiguresPage);
