import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useCatalogue, type Category } from '../../backend/catalogue';
import { Cell } from '../../components/cell';
import { Page } from '../../components/page';
import { Loaded } from '../../components/states';
import { useText } from '../../locales';
import { open } from '../../paths';
import { Danger } from './danger';
import { MyWorker } from './my-worker';
import { Needs } from './needs';
import { whenReady } from '../../when-ready';
import { SearchBar } from '../../components/search-bar';

const hits = (categories: readonly Category[], words: string): Category[] => {
  const asked = words.trim().toLowerCase();
  return categories.filter((category) =>
    [category.name.zh, category.name.en, category.hint.zh, category.hint.en, ...category.words].some((text) =>
      text.toLowerCase().includes(asked),
    ),
  );
};

/** Danger first, then my grid worker, then needs: the grid's, not the grid's, for all to decide. */
function ServicesPage() {
  const t = useText();
  const [words, setWords] = useState('');
  const catalogue = useCatalogue();
  return (
    <Page title={t('services.title')} tab="services">
      <SearchBar value={words} label={t('services.search')} onChange={setWords} />
      <Danger />
      {words.trim() === '' ? (
        <>
          <MyWorker />
          <Needs />
          <View className="card flush">
            <Cell
              icon="map"
              title={t('services.map')}
              onTap={() => void Taro.navigateTo({ url: open.map })}
            />
          </View>
        </>
      ) : (
        <Loaded read={catalogue}>
          {({ categories }) => {
            const found = hits(categories, words);
            return (
              <View className="card flush" aria-live="polite">
                {found.map((category) => (
                  <Cell
                    key={category.code}
                    title={t.of(category.name)}
                    note={t.of(category.hint)}
                    onTap={() => void Taro.navigateTo({ url: open.category(category) })}
                  />
                ))}
                {found.length === 0 && <Cell title={t('services.none-found')} />}
              </View>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}

export default whenReady(ServicesPage);
