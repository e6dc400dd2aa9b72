import { View } from '@tarojs/components';
import { usePhone } from '../../../backend/phone-context';
import { useOutbox } from '../../../backend/use-outbox';
import { Button } from '../../../components/button';
import { asRole } from '../../../platform/role';
import { useDeskText } from '../text';

/** Steps that are still on this phone; those that came too late say who was first, and with what. */
export function Sending() {
  const t = useDeskText();
  const { outbox } = usePhone();
  const items = useOutbox().filter(({ endpoint }) => endpoint === 'POST /v1/service-requests/:id/events');
  if (items.length === 0) return null;
  return (
    <View className="card" {...asRole('status')}>
      {items.map((item) => (
        <View key={item.id} className="sending">
          <View className="words">
            <View>{item.label}</View>
            <View className="quiet">{item.refusal ? t.error(item.refusal) : t('desk.sending')}</View>
          </View>
          {item.refusal && (
            <Button
              kind="link"
              small
              text={t('desk.refused.seen')}
              label={`${t('desk.refused.seen')} ${item.label}`}
              onTap={() => void outbox.remove(item.id)}
            />
          )}
        </View>
      ))}
    </View>
  );
}
