import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { Cell } from '../../../components/cell';
import { open } from '../../../paths';
import { useMyDataText } from '../text';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** What I can put right myself, what needs the desk, and where to say that anything else is wrong. */
export function Correct() {
  const t = useMyDataText();
  const me = useMe().data;
  if (!me) return null;
  return (
    <View className="card flush" aria-label={t('data.correct')}>
      <Cell
        icon="edit"
        title={t('data.correct.name')}
        {...(me.confirmed ? { note: t('data.correct.name.desk') } : {})}
        value={me.maskedName ?? ''}
        onTap={go(me.confirmed ? open.confirmMe : open.welcome)}
      />
      <Cell icon="home" title={t('me.home')} value={t('me.moved')} onTap={go(open.home)} />
      <Cell
        icon="complain"
        title={t('data.correct.other')}
        note={t('data.correct.other.about')}
        onTap={go(open.correct)}
      />
    </View>
  );
}
