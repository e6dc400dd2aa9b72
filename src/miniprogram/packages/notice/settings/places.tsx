import { View } from '@tarojs/components';
import { MOST_FOLLOWED } from '@contract/notice/places';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { type FoundRegion, RegionSearch } from '../../../components/region-search';
import { useNoticeText } from '../reading-text';
import type { ChangeSettings, NoticeSettings } from './use-settings';

/** Places one wants to hear of besides one's home: found by name, called as one calls them. */
export function Places({ followed, change }: Pick<NoticeSettings, 'followed'> & { change: ChangeSettings }) {
  const t = useNoticeText();
  const [chosen, setChosen] = useState<FoundRegion>();
  const [label, setLabel] = useState('');
  const kept = followed.map((place) => ({ node: place.node, label: place.label }));
  const follow = (node: string): void =>
    change(
      { followed: [...kept.filter((place) => place.node !== node), { node, label: label.trim() }] },
      () => {
        setChosen(undefined);
        setLabel('');
      },
    );
  return (
    <View>
      <View className="section">{t('hear.followed')}</View>
      {followed.length > 0 && (
        <View className="card flush">
          {followed.map((place) => (
            <Cell key={place.node} icon="place" title={place.label} note={place.name}>
              <Button
                kind="link"
                small
                text={t('hear.unfollow', { label: place.label })}
                onTap={() => change({ followed: kept.filter(({ node }) => node !== place.node) })}
              />
            </Cell>
          ))}
        </View>
      )}
      <View className="card">
        {followed.length >= MOST_FOLLOWED ? (
          <View>{t('hear.full', { count: MOST_FOLLOWED })}</View>
        ) : chosen ? (
          <View>
            <View>{chosen.name}</View>
            <View className="quiet">{chosen.path}</View>
            <Field
              label={t('hear.label')}
              hint={t('hear.label.hint')}
              maxLength={20}
              value={label}
              onChange={setLabel}
            />
            <Button
              kind="tint"
              small
              className="spaced"
              text={t('hear.follow', { place: chosen.name })}
              disabled={label.trim() === ''}
              onTap={() => follow(chosen.code)}
            />
          </View>
        ) : (
          <View>
            <View className="quiet before-field">{t('hear.followed.about', { count: MOST_FOLLOWED })}</View>
            <RegionSearch
              label={t('hear.find')}
              none={t('hear.find.none')}
              level="community"
              onChoose={setChosen}
            />
          </View>
        )}
      </View>
    </View>
  );
}
