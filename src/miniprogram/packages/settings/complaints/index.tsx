import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRead } from '../../../backend/queries';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { useComplaintsText } from '../text';
import { Mine } from './mine';
import { Write } from './write';

/** Answers come in days; who has the page open sees one within half a minute. */
const pollMs = 30_000;

/** About the app, or, with `request`, about how that was handled: written here, answered, all of it on a timeline. */
function ComplaintsPage() {
  const t = useComplaintsText();
  const about =
    useRouter().params['request'] === undefined ? 'complaints.about' : 'complaints.handling.about';
  const mine = useRead('GET /v1/complaints', { query: {} }, { refetchInterval: pollMs });
  return (
    <Page title={t('complaints.title')} offline={t('common.needs-network')}>
      <View className="lead">{t(about)}</View>
      <Write />
      <Loaded read={mine}>
        {(list) =>
          list.length === 0 ? (
            <Nothing icon="complain" title={t('complaints.none')} />
          ) : (
            <View>
              <View className="section" {...asRole('heading')} aria-level={2}>
                {t('complaints.mine')}
              </View>
              {list.map((complaint) => (
                <Mine key={complaint.id} complaint={complaint} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(ComplaintsPage);
