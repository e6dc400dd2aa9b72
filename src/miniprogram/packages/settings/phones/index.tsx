import { View } from '@tarojs/components';
import type { SignedInPhone } from '@contract/api';
import dayjs from 'dayjs';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { AskFirst } from '../../../components/ask-first';
import { Icon } from '../../../components/icon';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded } from '../../../components/states';
import { usePhonesText } from '../text';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';

/** One phone: what it is, whose codes it bears, and the one act that ends it. */
function SignedIn({ phone, onEnd }: { phone: SignedInPhone; onEnd(): void }) {
  const t = usePhonesText();
  const device = phone.device || t('phones.unnamed');
  const names = phone.bears.join(t.language === 'zh' ? '、' : ', ');
  const used = dayjs(phone.usedAt);
  const day = used.format(t.language === 'zh' ? 'M 月 D 日' : 'D MMM');
  return (
    <View className="card">
      <View className="phone">
        <Icon name="lost" />
        <View className="words">
          <View>{device}</View>
          <View className="quiet">
            {phone.current
              ? t('phones.this')
              : used.isSame(dayjs(), 'day')
                ? t('phones.used-today')
                : t('phones.used', { day })}
          </View>
          <View className="quiet">{names ? t('phones.bears', { names }) : t('phones.bears-none')}</View>
        </View>
      </View>
      {!phone.current && (
        <AskFirst
          text={t('phones.end')}
          words={t('phones.end.words', {
            device,
            whose: names ? t('phones.end.whose', { names }) : '',
          })}
          onYes={onEnd}
        />
      )}
    </View>
  );
}

/** A lost phone, ended from another: which one, what ends with it, in one act. */
function PhonesPage() {
  const t = usePhonesText();
  const { client, queries } = usePhone();
  const phones = useRead('GET /v1/me/phones', {});
  const { refused, act } = useAct();
  const [ended, setEnded] = useState(false);
  const end = (id: string): void =>
    act(async () => {
      await client.call('DELETE /v1/me/phones/:id', { params: { id } });
      setEnded(true);
      await queries.invalidateQueries();
    });
  return (
    <Page title={t('phones.title')}>
      <View className="lead">{t('phones.about')}</View>
      {ended && (
        <View className="card" {...asRole('status')}>
          {t('phones.ended')}
        </View>
      )}
      <Loaded read={phones}>
        {(list) => (
          <View>
            {list.map((phone) => (
              <SignedIn key={phone.id} phone={phone} onEnd={() => end(phone.id)} />
            ))}
            <View className="lead after">{t(list.length > 1 ? 'phones.desk' : 'phones.only-this')}</View>
          </View>
        )}
      </Loaded>
      <Refused refused={refused} />
    </Page>
  );
}

export default whenReady(PhonesPage);
