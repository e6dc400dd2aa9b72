import { View } from '@tarojs/components';
import type { Danger as DangerOf } from '@contract/service-request/category';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { call } from '../../platform/phone-call';
import { asRole } from '../../platform/role';
import { useRequestText } from './text';

/** Before anything else: what to do, and one tap to whoever helps. Needs no network. */
export function Danger({ danger }: { danger: DangerOf }) {
  const t = useRequestText();
  return (
    <>
      <View className="danger-hint" {...asRole('alert')}>
        <Icon name="shape-warn" />
        <View className="words">{t.of(danger.text)}</View>
        <Tap className="dial" onTap={() => call(danger.call)}>
          <Icon name="phone" />
          {t('request.call', { number: danger.call })}
        </Tap>
      </View>
      {danger.call === '110' && <View className="caption">{t('services.12110')}</View>}
    </>
  );
}
