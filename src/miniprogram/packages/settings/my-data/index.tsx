import { View } from '@tarojs/components';
import type { MyData } from '@contract/api';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { open } from '../../../paths';
import { keepFile } from '../../../platform/keep-file';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { useMyDataText } from '../text';
import { Consents } from './consents';
import { Correct } from './correct';
import { Kind } from './kind';
import { Looks } from './looks';

const file = 'linli-my-data.json';

/** What is held, as a file of one's own. */
function Copy({ data }: { data: MyData }) {
  const t = useMyDataText();
  const [kept, setKept] = useState<'copied' | 'failed'>();
  const keep = (): void =>
    void keepFile(file, JSON.stringify(data, null, 2)).then(
      () => setKept('copied'),
      () => setKept('failed'),
    );
  return (
    <View className="card">
      <Button kind="outline" text={t('data.copy')} onTap={keep} />
      {kept && (
        <View className="quiet" {...asRole('status')}>
          {kept === 'copied' ? t('data.copied', { file }) : t('data.copy.failed')}
        </View>
      )}
    </View>
  );
}

/** Everything held about me, kind by kind, who looked at it, and what I can do about it. */
function MyDataPage() {
  const t = useMyDataText();
  const data = useRead('GET /v1/my-data', {}, { fleeting: true });
  const names = (tables: MyData['tables']): string =>
    tables.map(({ name }) => t.of(name)).join(t.language === 'zh' ? '、' : ', ');
  return (
    <Page title={t('data.title')} offline={t('common.needs-network')}>
      <View className="lead">{t('data.about')}</View>
      <Loaded read={data}>
        {(held) => (
          <View>
            <View className="card flush">
              {held.tables
                .filter(({ rows }) => rows.length > 0)
                .map((table) => (
                  <Kind key={table.table} table={table} />
                ))}
            </View>
            <View className="lead after">
              {t('data.empty', { names: names(held.tables.filter(({ rows }) => rows.length === 0)) })}
            </View>
            <Looks looks={held.looks} />
            <Copy data={held} />
          </View>
        )}
      </Loaded>
      <Correct />
      <Consents />
      <View className="card flush">
        <Cell icon="doc" title={t('data.why')} onTap={() => void Taro.navigateTo({ url: open.privacy })} />
        <Cell
          icon="close"
          title={t('data.close')}
          onTap={() => void Taro.navigateTo({ url: open.closing })}
        />
      </View>
    </Page>
  );
}

export default whenReady(MyDataPage);
