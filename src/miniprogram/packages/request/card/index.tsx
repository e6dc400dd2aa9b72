import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded } from '../../../components/states';
import { whenReady } from '../../../when-ready';
import { useRequestText } from '../text';
import { HandOn } from './hand-on';
import { WriteCard } from './write';

/** The printed invitation makes whoever types it the one who keeps the card. */
function UseInvitation() {
  const t = useRequestText();
  const { client, queries } = usePhone();
  const { busy, refused, act } = useAct();
  const [code, setCode] = useState('');
  const use = (): void =>
    act(async () => {
      await client.call('POST /v1/body-stewards', { body: { code: code.trim() } });
      await queries.invalidateQueries();
    });
  return (
    <>
      <View className="lead">{t('card.code.about')}</View>
      <View className="card">
        <Field
          label={t('card.code')}
          hint={t('card.code.hint')}
          maxLength={30}
          value={code}
          onChange={setCode}
        />
        <Button
          className="spaced"
          text={t('card.code.use')}
          disabled={busy || code.trim() === ''}
          onTap={use}
        />
        <Refused refused={refused} />
      </View>
    </>
  );
}

/** A self-governing body keeps its own card here; nobody of the grid can. */
function CardPage() {
  const t = useRequestText();
  const mine = useRead('GET /v1/me/bodies', {});
  return (
    <Page title={t('card.title')} offline={t('common.needs-network')}>
      <Loaded read={mine}>
        {(bodies) =>
          bodies.length === 0 ? (
            <UseInvitation />
          ) : (
            bodies.map((body) => (
              <View key={body.id}>
                <WriteCard body={body} />
                <HandOn body={body} />
              </View>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(CardPage);
