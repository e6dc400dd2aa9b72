import { View } from '@tarojs/components';
import { consentTexts, consentVersion, type ConsentKind } from '@contract/personal-data/consent';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { Refused } from '../../../components/refused';
import { Loaded } from '../../../components/states';
import { asRole } from '../../../platform/role';
import { when } from '../../../when';
import { useMyDataText } from '../text';

/** Consents apart from the privacy text, each given and taken back by itself; what that does is said before. */
export function Consents() {
  const t = useMyDataText();
  const { client, queries } = usePhone();
  const consents = useRead('GET /v1/me/consents', {});
  const { busy, refused, act } = useAct();
  const change = (kind: ConsentKind, give: boolean): void =>
    act(async () => {
      const params = { kind };
      if (give) await client.call('PUT /v1/me/consents/:kind', { params, body: { version: consentVersion } });
      else await client.call('DELETE /v1/me/consents/:kind', { params });
      await queries.invalidateQueries();
    });
  return (
    <Loaded read={consents}>
      {(list) => (
        <View className="card">
          <View className="card-title" {...asRole('heading')} aria-level={2}>
            {t('data.consents')}
          </View>
          {list.map(({ kind, givenAt }) => (
            <View key={kind} className="held-row">
              <View>{t.of(consentTexts[kind].name)}</View>
              <View className="quiet">{t.of(consentTexts[kind].what)}</View>
              <View className="quiet">
                {givenAt === null
                  ? t('data.consent.none')
                  : t('data.consent.given', { time: when(givenAt, t) })}
              </View>
              {givenAt === null ? (
                <Button
                  kind="tint"
                  small
                  disabled={busy}
                  text={t('data.consent.give')}
                  label={`${t('data.consent.give')} ${t.of(consentTexts[kind].name)}`}
                  onTap={() => change(kind, true)}
                />
              ) : (
                <AskFirst
                  disabled={busy}
                  text={t('data.consent.withdraw')}
                  words={t.of(consentTexts[kind].withdrawing)}
                  onYes={() => change(kind, false)}
                />
              )}
            </View>
          ))}
          <Refused refused={refused} />
        </View>
      )}
    </Loaded>
  );
}
