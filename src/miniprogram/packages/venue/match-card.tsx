import { View } from '@tarojs/components';
import { useMe } from '../../backend/me';
import { useRead } from '../../backend/queries';
import type { VenueMatch } from '../../backend/use-venues';
import { CallButton } from '../../components/call-button';
import { useVenueText } from './text';
import { when, whenSpan } from '../../when';

const hotline = '12345';

/** Whom to ask, if one wants to: the grid's worker, or the city's line. Nobody is told by itself. */
function WhomToAsk() {
  const t = useVenueText();
  const node = useMe().data?.home?.node ?? '';
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node.length === 15 },
  );
  const [worker] = team.data ?? [];
  const who = worker
    ? {
        number: worker.workPhone,
        text: t('venue.match.worker', { name: worker.maskedName }),
        hours: worker.hours,
      }
    : { number: hotline, text: t('venue.match.hotline'), hours: t('venue.match.hotline.hours') };
  return (
    <View className="ask">
      <View className="words">
        <View>{who.text}</View>
        <View className="quiet">{who.hours}</View>
      </View>
      <CallButton
        number={who.number}
        label={t('venue.match.call', { name: worker?.maskedName ?? hotline })}
      />
    </View>
  );
}

/** A notice that meets a visit of this phone: what is known, what to do, whom one may ask. */
export function MatchCard({ match: { notice, visits } }: { match: VenueMatch }) {
  const t = useVenueText();
  return (
    <View className="card venue-match">
      <View className="card-title">{t('venue.match', { name: notice.venueName })}</View>
      <View>{t('venue.match.when', { time: whenSpan(notice.from, notice.until, t) })}</View>
      <View className="quiet">
        {t('venue.match.you', {
          times: visits.map(({ at }) => when(at, t)).join(t('venue.match.between')),
        })}
      </View>
      <View className="advice">{t.of(notice.advice)}</View>
      <WhomToAsk />
      <View className="caption">{t('venue.match.only-here')}</View>
    </View>
  );
}
