import { View } from '@tarojs/components';
import type { FamilyHelper } from '@contract/api';
import type { FamilyAct } from '@contract/family/relation';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded, Nothing } from '../../../components/states';
import { useFamilyText } from '../text';
import { when } from '../../../when';
import { whenReady } from '../../../when-ready';
import { ActsChoice } from '../acts-choice';
import { useFamily, useFamilyChanged, useFamilyEnd } from '../use-family';

/** One who may act for me: what, since when, on how many phones, what they did; changed and ended by me alone. */
function Helper({ helper }: { helper: FamilyHelper }) {
  const t = useFamilyText();
  const { client } = usePhone();
  const changed = useFamilyChanged();
  const { busy, refused, act } = useAct();
  const [may, setMay] = useState<FamilyAct[]>(helper.may);
  const { id, kind, maskedName: name } = helper;
  const end = useFamilyEnd(id);
  const other = may.join() !== helper.may.join();
  const save = (): void =>
    act(async () => {
      await client.call('PATCH /v1/family/:id', { params: { id }, body: { may } });
      await changed();
    });
  return (
    <View>
      <View className="headline">{name}</View>
      <View className="lead">
        {t(`family.kind.${kind}`)} · {t('family.since', { time: when(helper.since, t) })}
      </View>
      {kind === 'helper' && (
        <>
          <View className="section">{t('family.may')}</View>
          <ActsChoice may={may} onChange={setMay} />
          {other && (
            <View className="card plain">
              <Button text={t('family.helper.save')} disabled={busy} onTap={save} />
            </View>
          )}
        </>
      )}
      <View className="card flush">
        <Cell
          icon="lost"
          title={t('family.helper.phones')}
          value={t('family.helper.phones.count', { count: helper.phones })}
        />
      </View>
      <View className="section">{t('family.helper.log')}</View>
      <View className="card flush">
        {helper.log.length === 0 && <Cell title={t('family.helper.log.empty')} />}
        {helper.log.map(({ what, at }) => (
          <Cell key={`${what} ${at}`} title={t(`family.helper.log.${what}`)} value={when(at, t)} />
        ))}
      </View>
      {kind === 'helper' ? (
        <View className="card">
          <AskFirst
            text={t('family.helper.end', { name })}
            words={t('family.helper.end.words', { name })}
            disabled={busy}
            onYes={() => act(end)}
          />
        </View>
      ) : (
        <View className="lead after">{t('family.helper.guardian')}</View>
      )}
      <Refused refused={refused} />
    </View>
  );
}

function HelperPage() {
  const t = useFamilyText();
  const { id } = useRouter().params;
  const family = useFamily();
  // How many phones bear my code changes without anyone being told.
  useDidShow(() => void family.refetch());
  return (
    <Page title={t('family.helpers')}>
      <Loaded read={family}>
        {({ helpers }) => {
          const helper = helpers.find((each) => each.id === id);
          // Anew with what the server says it may.
          return helper ? (
            <Helper key={helper.may.join()} helper={helper} />
          ) : (
            <Nothing icon="users" title={t('family.gone')} />
          );
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(HelperPage);
