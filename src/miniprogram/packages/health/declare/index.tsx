import { View } from '@tarojs/components';
import type { Declaration } from '@contract/api';
import { consentTexts, consentVersion } from '@contract/personal-data/consent';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Pills } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded, Nothing } from '../../../components/states';
import { open } from '../../../paths';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { useColourChanged } from '../use-colour';
import { useHealthText } from '../text';
import { answersOf, type Draft, draftOf, emptyDraft } from './draft';
import { Questions } from './questions';
import { Standing } from './standing';
import { usePreview } from './use-preview';
import '../../../look/health.scss';

interface DeclareProps {
  personId: string;
  /** Oneself, not a child. */
  mine: boolean;
  declarations: readonly Declaration[];
}

/** One person's declaration: what stands, or a new one; what it does is said before it is sent. */
function Declare({ personId, mine, declarations }: DeclareProps) {
  const t = useHealthText();
  const { client } = usePhone();
  const changed = useColourChanged();
  const { busy, refused, act } = useAct();
  const { keyFor } = useKey();
  const [draft, setDraft] = useState<Draft>();
  const [amended, setAmended] = useState<Declaration>();
  const [done, setDone] = useState(false);
  const [newest] = declarations;
  const filling = draft ?? (newest ? undefined : emptyDraft);
  const answers = filling && answersOf(filling);
  const preview = usePreview(answers, { personId, ...(amended ? { insteadOf: amended.id } : {}) });

  const after = async (colour: string): Promise<void> => {
    await changed();
    if (colour === 'green') return setDone(true);
    await Taro.redirectTo({ url: open.reason(personId) });
  };
  const send = async (): Promise<void> => {
    if (!answers) return;
    const body = { personId, ...answers };
    const { colour } = amended
      ? await client.call('PUT /v1/declarations/:id', { params: { id: amended.id }, body: answers })
      : await client.call('POST /v1/declarations', { body, idempotencyKey: await keyFor(body) });
    await after(colour.colour);
  };
  const agreeAndSend = async (): Promise<void> => {
    await client.call('PUT /v1/me/consents/:kind', {
      params: { kind: 'health' },
      body: { version: consentVersion },
    });
    await send();
  };
  const withdraw = (declaration: Declaration): void =>
    act(async () => {
      const { colour } = await client.call('DELETE /v1/declarations/:id', { params: { id: declaration.id } });
      await after(colour);
    });
  const amend = (declaration: Declaration): void => {
    setAmended(declaration);
    setDraft(draftOf(declaration.answers, (node) => node));
  };

  if (done)
    return (
      <Nothing
        icon="check"
        title={t('declare.sent')}
        about={t('declare.sent.about')}
        act={{ text: t('declare.to-code'), onTap: () => void Taro.switchTab({ url: open.code }) }}
      />
    );
  if (!filling && newest)
    return (
      <View>
        <Standing
          declaration={newest}
          busy={busy}
          onAmend={() => amend(newest)}
          onWithdraw={() => withdraw(newest)}
        />
        <Refused refused={refused} />
      </View>
    );
  const [reason] = preview?.reasons ?? [];
  const result = preview
    ? t(`declare.result.${preview.colour}`, { until: reason ? when(reason.until, t) : '' })
    : t('declare.result.unknown');
  return (
    <View>
      <View className="lead">
        {t.of(consentTexts.health.what)} {t('declare.privacy')}
      </View>
      <Questions draft={filling ?? emptyDraft} preview={preview} onChange={setDraft} />
      {refused && <View className="lead after">{t('declare.kept')}</View>}
      <Refused refused={refused} />
      {mine && refused?.code === 'health-consent-required' && (
        <Button kind="outline" text={t('declare.agree')} disabled={busy} onTap={() => act(agreeAndSend)} />
      )}
      <Foot said={result}>
        <Button
          text={t(amended ? 'declare.amend' : 'declare.send')}
          disabled={busy || !answers}
          onTap={() => act(send)}
        />
      </Foot>
    </View>
  );
}

/** 健康申报: for oneself, or for a child one guards. */
function DeclarePage() {
  const t = useHealthText();
  const asked = useRouter().params['personId'];
  const me = useRead('GET /v1/me', {});
  const family = useRead('GET /v1/family', {});
  const [chosen, setChosen] = useState(asked);
  const wards =
    family.data?.members.filter(({ kind, state }) => kind === 'guardian' && state === 'active') ?? [];
  const personId = chosen ?? me.data?.id;
  const standing = useRead(
    'GET /v1/declarations',
    { query: personId ? { personId } : {} },
    { enabled: personId !== undefined },
  );
  return (
    <Page title={t('declare.title')} foot>
      {wards.length > 0 && me.data && (
        <Pills
          label={t('declare.whose')}
          options={[
            { key: me.data.id, text: t('code.mine') },
            ...wards.map((ward) => ({ key: ward.personId, text: ward.calledAs })),
          ]}
          chosen={personId ?? ''}
          onChange={setChosen}
        />
      )}
      <Loaded read={standing}>
        {(declarations) =>
          personId && (
            <Declare
              key={personId}
              personId={personId}
              mine={personId === me.data?.id}
              declarations={declarations}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

export default whenReady(DeclarePage);
