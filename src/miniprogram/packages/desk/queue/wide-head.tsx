import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { SearchBar } from '../../../components/search-bar';
import { open } from '../../../paths';
import { useDeskText } from '../text';

/** Who I am here: when I work, or who stands in. */
function OnDuty() {
  const t = useDeskText();
  const me = useMe().data;
  const node = me?.grants.find(({ role }) => role === 'worker')?.node;
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node ?? '' } },
    { enabled: node !== undefined },
  );
  const mine = team.data?.find(({ id }) => id === me?.id);
  if (!me?.maskedName) return null;
  return (
    <View className="on-duty">
      <View>{me.maskedName}</View>
      {mine && (
        <View className="caption figures">
          {mine.away ? t('desk.duty.away', { name: mine.away.standIn.maskedName }) : mine.hours}
        </View>
      )}
    </View>
  );
}

interface Props {
  search: string;
  onSearch(words: string): void;
}

/** Above the queue where there is room: to find a matter, to publish, and who is at this desk. */
export function WideHead({ search, onSearch }: Props) {
  const t = useDeskText();
  const publishes = useMe().data?.grants.some(({ role }) => role === 'officer' || role === 'worker') ?? false;
  return (
    <View className="wide-head">
      <SearchBar inset value={search} label={t('desk.search')} onChange={onSearch} />
      {publishes && (
        <Button
          kind="link"
          small
          icon="bell"
          text={t('desk.publish')}
          onTap={() => void Taro.navigateTo({ url: open.publish })}
        />
      )}
      <OnDuty />
    </View>
  );
}
