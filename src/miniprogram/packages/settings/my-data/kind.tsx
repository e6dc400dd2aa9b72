import { Text, View } from '@tarojs/components';
import type { HeldTable } from '@contract/api';
import { useState } from 'react';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useMyDataText } from '../text';

/** One kind of data: how much there is; opened, what the law wants said of it and every row in words. */
export function Kind({ table }: { table: HeldTable }) {
  const t = useMyDataText();
  const [opened, setOpened] = useState(false);
  const nameOf = (field: string): string => {
    const named = table.fields.find((one) => one.field === field);
    return named ? t.of(named.name) : '';
  };
  const name = t.of(table.name);
  return (
    <View>
      <Tap
        className="weui-cell cell weui-cell_active"
        label={t(opened ? 'data.shut' : 'data.open', { name, count: table.rows.length })}
        onTap={() => setOpened(!opened)}
      >
        <View className="weui-cell__bd words">
          <Text>{name}</Text>
        </View>
        <Text className="weui-cell__ft value">{t('data.rows', { count: table.rows.length })}</Text>
        <Icon name={opened ? 'down' : 'right'} className="more" />
      </Tap>
      {opened && (
        <View className="held">
          <View className="quiet">{t('data.source', { source: t.of(table.source) })}</View>
          <View className="quiet">{t('data.until', { until: t.of(table.until) })}</View>
          {table.fields.map(({ field, name: called, purpose, basis }) => (
            <View key={field} className="caption">
              {t('data.purpose', { name: t.of(called), purpose: t.of(purpose), basis: t.of(basis) })}
            </View>
          ))}
          {table.rows.map((row, at) => (
            <View key={at} className="held-row">
              {row.map(({ field, words }) => (
                <View key={field}>
                  {nameOf(field) ? t('data.row', { name: nameOf(field), words: t.of(words) }) : t.of(words)}
                </View>
              ))}
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
