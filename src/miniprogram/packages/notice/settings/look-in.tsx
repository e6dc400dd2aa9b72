import { View } from '@tarojs/components';
import { type WishReason, wishReasons } from '@contract/notice/look-in';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../../backend/me';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { open } from '../../../paths';
import { useNoticeText } from '../reading-text';
import type { ChangeSettings, NoticeSettings } from './use-settings';

const isReason = (key: string): key is WishReason => wishReasons.some((reason) => reason === key);

/** My door, and that it is knocked at first: my own yes, taken back by a tap. What is seen, and by whom, is said first. */
export function LookIn({
  door,
  lookIn,
  change,
}: Pick<NoticeSettings, 'door' | 'lookIn'> & { change: ChangeSettings }) {
  const t = useNoticeText();
  const home = useMe().data?.home;
  const [typed, setTyped] = useState(door ?? '');
  if (!home?.building)
    return (
      <View>
        <View className="section">{t('hear.look-in')}</View>
        <View className="card">
          <View className="quiet">{t('hear.look-in.about')}</View>
          <Button
            kind="tint"
            small
            className="spaced"
            text={t('hear.door.home')}
            onTap={() => void Taro.navigateTo({ url: open.home })}
          />
        </View>
      </View>
    );
  const said = typed.trim();
  return (
    <View>
      <View className="section">{t('hear.door')}</View>
      <View className="card">
        <View className="quiet before-field">{t('hear.door.about')}</View>
        <Field
          secret
          hideLabel
          label={t('hear.door')}
          hint={t('hear.door.hint')}
          maxLength={20}
          value={typed}
          onChange={setTyped}
        />
        <Button
          kind="tint"
          small
          className="spaced"
          text={t('hear.door.keep')}
          disabled={said === (door ?? '')}
          onTap={() => change({ door: said === '' ? null : said })}
        />
      </View>
      <View className="section">{t('hear.look-in')}</View>
      <View className="card">
        <View>{t('hear.look-in.about')}</View>
        <View className="quiet">{t('hear.look-in.seen')}</View>
        <View className="spaced-above">
          <Chips
            multiple
            label={t('hear.look-in')}
            chosen={lookIn}
            options={wishReasons.map((key) => ({ key, text: t(`hear.${key}`) }))}
            onChange={(chosen) => change({ lookIn: chosen.filter(isReason) })}
          />
        </View>
      </View>
    </View>
  );
}
