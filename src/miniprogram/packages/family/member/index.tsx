import { View } from '@tarojs/components';
import type { FamilyMember } from '@contract/api';
import Taro, { useRouter } from '@tarojs/taro';
import { useAct } from '../../../backend/use-act';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { Loaded, Nothing } from '../../../components/states';
import { useFamilyText } from '../text';
import { whenReady } from '../../../when-ready';
import { page } from '../paths';
import { useFamily, useFamilyEnd } from '../use-family';
import { actsIn, stateOf } from '../words';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** One I act for: how it stands, what is next, and its end. */
function Member({ member }: { member: FamilyMember }) {
  const t = useFamilyText();
  const { busy, refused, act } = useAct();
  const { id, kind, state, calledAs: name } = member;
  const end = useFamilyEnd(id);
  return (
    <View>
      <View className="headline">{name}</View>
      <View className="lead">
        {member.maskedName} · {t(`family.kind.${kind}`)} · {stateOf(member, t)}
      </View>
      {state === 'asked' ? (
        <View className="card">
          <View>{t('family.member.waits')}</View>
          <Button className="spaced" text={t('family.member.confirm')} onTap={go(page.confirm(id))} />
        </View>
      ) : (
        <View className="card flush">
          <Cell title={t('family.may')} note={actsIn(member.may, t)} />
          {kind === 'guardian' && (
            <Cell
              icon="users"
              title={t('family.member.another')}
              note={t('family.member.another.about')}
              onTap={go(page.agree(id))}
            />
          )}
        </View>
      )}
      {member.endsOn && <View className="lead after">{t('family.till', { day: member.endsOn })}</View>}
      <View className="card">
        <AskFirst
          text={t('family.member.end', { name })}
          words={t('family.member.end.words', { name })}
          disabled={busy}
          onYes={() => act(end)}
        />
      </View>
      <Refused refused={refused} />
    </View>
  );
}

function MemberPage() {
  const t = useFamilyText();
  const { id } = useRouter().params;
  const family = useFamily();
  return (
    <Page title={t('family.title')}>
      <Loaded read={family}>
        {({ members }) => {
          const member = members.find((each) => each.id === id);
          return member ? <Member member={member} /> : <Nothing icon="users" title={t('family.gone')} />;
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(MemberPage);
