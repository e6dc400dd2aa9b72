import { View } from '@tarojs/components';
import { findEntries } from '@contract/service-request/search';
import { useState } from 'react';
import { type Catalogue, useCatalogue } from '../../../backend/catalogue';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { SearchBar } from '../../../components/search-bar';
import { Loaded } from '../../../components/states';
import { Danger } from '../../../pages/services/danger';
import { whenReady } from '../../../when-ready';
import { useBodies } from '../bodies';
import { Entries } from '../entries';
import { useRecent } from '../recent';
import { useRequestText } from '../text';

function Found({ categories, words }: { categories: Catalogue['categories']; words: string }) {
  const t = useRequestText();
  const found = findEntries(categories, words);
  return (
    <View aria-live="polite">
      {found.length > 0 ? (
        <Entries categories={found} />
      ) : (
        <View className="card flush">
          <Cell title={t('request.search.none')} />
        </View>
      )}
    </View>
  );
}

/** What this phone opened lately; the first time, in which ways one can look. */
function Recent({ categories }: Pick<Catalogue, 'categories'>) {
  const t = useRequestText();
  const recent = useRecent().flatMap((code) => categories.find((category) => category.code === code) ?? []);
  return (
    <View>
      <View className="section">{t(recent.length > 0 ? 'request.search.recent' : 'request.search.how')}</View>
      {recent.length > 0 && <Entries categories={recent} />}
    </View>
  );
}

/** Danger first; then what fits a word, a sentence or its sound. Works without a network. */
function SearchPage() {
  const t = useRequestText();
  const [words, setWords] = useState('');
  const catalogue = useCatalogue();
  // Read here already, so that the pages that show them open without a network.
  useBodies();
  return (
    <Page title={t('request.search')}>
      <SearchBar value={words} label={t('services.search')} onChange={setWords} focus />
      <Danger />
      <Loaded read={catalogue}>
        {({ categories }) =>
          words.trim() === '' ? (
            <Recent categories={categories} />
          ) : (
            <Found categories={categories} words={words} />
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(SearchPage);
