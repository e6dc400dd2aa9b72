import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useNoticeActs } from '../../../backend/notice-acts';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { usePeople } from '../people';
import { useNoticeText } from '../reading-text';

/** Said for oneself at the foot; here for those one reads for, and what comes of saying nothing. */
export function Known({ notice }: { notice: Notice }) {
  const t = useNoticeText();
  const { noticeActs } = usePhone();
  const waiting = useNoticeActs().some(({ id, personId }) => id === notice.id && personId !== undefined);
  const people = usePeople(t);
  const knows = (id: string): boolean => notice.acknowledgedFor.includes(id);
  return (
    <View className="known">
      {notice.knockAt ? (
        <View className="fact">
          <Icon name="visit" />
          <View className="words">
            <View>{t('know.knock', { time: when(notice.knockAt, t) })}</View>
            <View className="quiet">{t('know.asked')}</View>
          </View>
        </View>
      ) : (
        <View className="quiet">{t('know.asked')}</View>
      )}
      <View aria-live="polite">
        {people.map(({ id, me, called }) =>
          knows(id) ? (
            <View key={id} className="known-row">
              <Icon name="check" />
              {me ? t('know.me.done') : t('know.for.done', { who: called })}
            </View>
          ) : (
            !me && (
              <Button
                key={id}
                kind="tint"
                small
                className="spaced"
                text={t('know.for', { who: called })}
                onTap={() => void noticeActs.add({ id: notice.id, personId: id })}
              />
            )
          ),
        )}
        {waiting && (
          <View className="quiet known-waiting" {...asRole('status')}>
            {t('know.waiting')}
          </View>
        )}
      </View>
    </View>
  );
}
