import { View } from '@tarojs/components';
import type { Notice } from '@contract/api';
import { useRead } from '../../../backend/queries';
import { Cell } from '../../../components/cell';
import { Loaded, Nothing } from '../../../components/states';
import { useTextWith } from '../../../locales';
import { deskVisitTexts } from '../../../locales/desk-visits';
import { inLanguage } from '../../../notice-text';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';

/** Answers come while one walks. */
const pollMs = 30_000;

/** Where nobody has answered one notice. No copy stays on the phone. */
function Doors({ notice }: { notice: Notice }) {
  const t = useTextWith(deskVisitTexts);
  const read = useRead(
    'GET /v1/notices/:id/doors',
    { params: { id: notice.id } },
    { fleeting: true, refetchInterval: pollMs },
  );
  const until = notice.expiresAt && t('knock.until', { time: when(notice.expiresAt, t) });
  // Its hour has come while the page was open.
  const over = read.error?.code === 'no-visit-list';
  return (
    <View>
      <View className="section">
        {inLanguage(notice, t.language).headline} · {until}
      </View>
      {over ? (
        <View className="card">{t('knock.over')}</View>
      ) : (
        <Loaded read={read}>
          {({ doors }) => (
            <View className="card flush">
              {doors.map(({ building, buildingName, door }) => (
                <Cell key={`${building} ${door}`} icon="home" title={`${buildingName} ${door}`} />
              ))}
              {doors.length === 0 && <Cell icon="check" title={t('knock.none')} />}
            </View>
          )}
        </Loaded>
      )}
    </View>
  );
}

/** Doors to knock at, notice by notice, where that was said beforehand. */
function UnansweredPage() {
  const t = useTextWith(deskVisitTexts);
  const lists = useRead('GET /v1/visit-lists', {}, { fleeting: true, refetchInterval: pollMs });
  return (
    <DeskPage title={t('knock.title')} roles={['worker']}>
      <Loaded read={lists}>
        {({ notices }) =>
          notices.length === 0 ? (
            <Nothing icon="visit" title={t('knock.empty')} about={t('knock.empty.about')} />
          ) : (
            <View>
              <View className="lead">{t('knock.about')}</View>
              {notices.map((notice) => (
                <Doors key={notice.id} notice={notice} />
              ))}
            </View>
          )
        }
      </Loaded>
    </DeskPage>
  );
}

export default whenReady(UnansweredPage);
