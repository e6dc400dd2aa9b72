import { View } from '@tarojs/components';
import { useRead } from '../../../backend/queries';
import { usePhone } from '../../../backend/phone-context';
import { Loaded } from '../../../components/states';
import { jobWords } from '../../../due';
import { asRole } from '../../../platform/role';
import { useDueText } from '../../../use-due-text';
import { Acts } from '../../request/detail/acts';
import { Timeline } from '../../request/detail/timeline';
import { useDeskText } from '../text';
import { ownerWords } from './job';

/** One matter beside the queue, where there is room: what it is, what happened, what can be done. */
export function Matter({ id, reading, onMoved }: { id: string; reading: boolean; onMoved(): void }) {
  const t = useDeskText();
  const dueText = useDueText();
  const now = usePhone().code.clock.now();
  const read = useRead('GET /v1/service-requests/:id', { params: { id } });
  return (
    <Loaded read={read}>
      {(shown) => {
        const due = shown.due && jobWords(shown.due, dueText, now);
        const facts = [
          ['desk.fact.until', due ? `${due.head} · ${due.beneath}` : '–'],
          ['desk.fact.where', shown.placeText || shown.nodeName],
          ['desk.fact.owner', ownerWords(shown, t)],
          ['desk.fact.filer', shown.timeline[0]?.by.maskedName ?? t('desk.fact.unnamed')],
          ...(shown.joined
            ? [['desk.fact.joined', t('joined.waiting', { count: shown.joined })] as const]
            : []),
        ] as const;
        return (
          <>
            <View className="matter-head">
              <View className="state" {...asRole('heading')} aria-level={2}>
                {t.of(shown.categoryName)}
              </View>
              <View className="tag">{t(`state.${shown.state}`)}</View>
            </View>
            <View className="card matter-facts">
              {facts.map(([key, said]) => (
                <View key={key} className="fact">
                  <View className="caption">{t(key)}</View>
                  <View className="what figures">{said}</View>
                </View>
              ))}
            </View>
            <Timeline request={shown} />
            {/* While several are answered together, one of them is only read: one filled button a screen. */}
            {!reading && <Acts request={shown} onMoved={onMoved} />}
          </>
        );
      }}
    </Loaded>
  );
}
