import { View } from '@tarojs/components';
import type { PlannedVisit } from '@contract/api';
import { dayAt } from '@contract/calendar-day';
import Taro from '@tarojs/taro';
import dayjs from 'dayjs';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useTextWith } from '../../../locales';
import { deskVisitTexts } from '../../../locales/desk-visits';
import { open } from '../../../paths';
import { whenReady } from '../../../when-ready';

const clock = (moment: string): string => dayjs(moment).format('H:mm');

/** One day's doors, in order of time. */
function Doors({ title, doors }: { title: string; doors: readonly PlannedVisit[] }) {
  const t = useTextWith(deskVisitTexts);
  return (
    <View>
      <View className="section">{title}</View>
      <View className="card flush">
        {doors.map(({ requestId, slot, placeText, categoryName, words }) => (
          <Cell
            key={requestId}
            icon="clock"
            title={`${clock(slot.from)}–${clock(slot.until)} ${placeText}`}
            note={[t.of(categoryName), words].filter(Boolean).join(' · ')}
            onTap={() => void Taro.navigateTo({ url: open.request(requestId) })}
          />
        ))}
        {doors.length === 0 && <Cell title={t('plan.free')} />}
      </View>
    </View>
  );
}

/** Where a worker is expected today and tomorrow: when, where, what for. */
function VisitsPage() {
  const t = useTextWith(deskVisitTexts);
  const { code } = usePhone();
  const visits = useRead('GET /v1/visits', {});
  const today = dayAt(code.clock.now());
  const isToday = ({ slot }: PlannedVisit): boolean => dayAt(Date.parse(slot.from)) === today;
  return (
    <Page title={t('plan.title')}>
      <Loaded read={visits}>
        {(doors) =>
          doors.length === 0 ? (
            <Nothing icon="help" title={t('plan.empty')} about={t('plan.empty.about')} />
          ) : (
            <>
              <Doors title={t('plan.today')} doors={doors.filter(isToday)} />
              <Doors title={t('plan.tomorrow')} doors={doors.filter((door) => !isToday(door))} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(VisitsPage);
