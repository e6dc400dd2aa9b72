import { View } from '@tarojs/components';
import type { Confirmation } from '@contract/api';
import Taro from '@tarojs/taro';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { open } from '../../../paths';
import { Done } from '../parts/done';
import { handOn } from '../parts/person-in-hand';

interface Props {
  person: Confirmation;
  /** They have one; else a paper code is what comes next. */
  phone: boolean;
  onAnother(): void;
}

export function Confirmed({ person: { personId, maskedName }, phone, onAnother }: Props) {
  const t = useDeskText();
  const goTo = (url: string) => (): void => {
    handOn({ id: personId, maskedName });
    void Taro.navigateTo({ url });
  };
  const print = goTo(open.paper);
  return (
    <>
      <Done
        icon="shield"
        title={t('desk.confirm.done')}
        name={maskedName}
        about={t(phone ? 'desk.confirm.done.phone' : 'desk.confirm.done.no-phone')}
      />
      <View className="card flush">
        {phone && <Cell icon="print" title={t('desk.confirm.print')} onTap={print} />}
        <Cell
          icon="users"
          title={t('desk.confirm.said')}
          note={t('desk.confirm.said.about')}
          onTap={goTo(open.said)}
        />
        <Cell
          icon="talk"
          title={t('desk.confirm.carry')}
          note={t('desk.confirm.carry.about')}
          onTap={goTo(open.carry)}
        />
      </View>
      <Foot>
        {!phone && <Button text={t('desk.confirm.print')} onTap={print} />}
        <Button kind={phone ? 'filled' : 'outline'} text={t('desk.confirm.another')} onTap={onAnother} />
      </Foot>
    </>
  );
}
