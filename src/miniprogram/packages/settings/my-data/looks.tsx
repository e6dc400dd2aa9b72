import { View } from '@tarojs/components';
import type { Look } from '@contract/api';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { useMyDataText } from '../text';

/** So many are enough at first. */
const atFirst = 10;

/** Which role looked at what, and when. */
export function Looks({ looks }: { looks: readonly Look[] }) {
  const t = useMyDataText();
  const [all, setAll] = useState(false);
  const shown = all ? looks : looks.slice(0, atFirst);
  return (
    <View className="card timeline-card">
      <View className="card-title" {...asRole('heading')} aria-level={2}>
        {t('data.looks')}
      </View>
      <View className="quiet">{t('data.looks.about')}</View>
      {looks.length === 0 && <View>{t('data.looks.none')}</View>}
      {looks.length > 0 && (
        <View className="timeline" {...asRole('list')}>
          {shown.map(({ role, what, at }, index) => (
            <View key={index} className="step" {...asRole('listitem')}>
              <View className="what">
                {t('data.look', { role: t(`data.role.${role}`), what: t.of(what) })}
              </View>
              <View className="caption figures">{when(at, t)}</View>
            </View>
          ))}
        </View>
      )}
      {shown.length < looks.length && (
        <Button
          kind="link"
          small
          text={t('data.more', { count: looks.length - shown.length })}
          onTap={() => setAll(true)}
        />
      )}
    </View>
  );
}
