import { View } from '@tarojs/components';
import { dangersOf } from '@contract/service-request/category';
import { useCatalogue } from '../../backend/catalogue';
import type { OutboxItem } from '../../backend/outbox';
import { Icon } from '../../components/icon';
import { Danger } from './danger';
import { useRequestText } from './text';

/** What was answered to the filing that waits, where it is one. */
const filingOf = (item: OutboxItem) =>
  item.endpoint === 'POST /v1/service-requests' && 'category' in item.body ? item.body : undefined;

/** The dangers of a filing that nobody has yet, by the catalogue on this phone. */
function useDangers(item: OutboxItem) {
  const catalogue = useCatalogue().data;
  const filing = filingOf(item);
  const category = catalogue?.categories.find(({ code }) => code === filing?.category);
  return filing && category?.kind === 'grid' ? dangersOf(category, filing.answers) : [];
}

/** An urgent matter that is still on this phone: it is not sent, so call. */
export function UnsentDanger({ item }: { item: OutboxItem }) {
  const t = useRequestText();
  const dangers = useDangers(item);
  const [first] = dangers;
  if (!first) return null;
  return (
    <>
      <View className="danger-hint">
        <Icon name="shape-stop" />
        <View className="words">{t('danger.unsent', { number: first.call })}</View>
      </View>
      {dangers.map((danger) => (
        <Danger key={danger.text.en} danger={danger} />
      ))}
    </>
  );
}
