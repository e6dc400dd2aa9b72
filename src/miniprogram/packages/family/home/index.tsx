import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import { useFamilyText } from '../text';
import { whenReady } from '../../../when-ready';
import { page } from '../paths';
import { useFamily } from '../use-family';
import { actsIn, stateOf } from '../words';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** Whom I act for, and who may act for me: both sides of every yes. */
function FamilyPage() {
  const t = useFamilyText();
  const family = useFamily();
  return (
    <Page title={t('family.title')}>
      <Loaded read={family}>
        {({ members, helpers }) => (
          <View>
            {members.length + helpers.length === 0 && (
              <Nothing icon="users" title={t('family.empty')} about={t('family.empty.about')} />
            )}
            {members.length > 0 && (
              <>
                <View className="section">{t('family.members')}</View>
                <View className="card flush">
                  {members.map((member) => (
                    <Cell
                      key={member.id}
                      title={member.calledAs}
                      note={`${member.maskedName} · ${t(`family.kind.${member.kind}`)}`}
                      value={stateOf(member, t)}
                      onTap={go(page.member(member.id))}
                    />
                  ))}
                </View>
              </>
            )}
            {helpers.length > 0 && (
              <>
                <View className="section">{t('family.helpers')}</View>
                <View className="card flush">
                  {helpers.map((helper) => (
                    <Cell
                      key={helper.id}
                      title={helper.maskedName}
                      note={`${t(`family.kind.${helper.kind}`)} · ${actsIn(helper.may, t)}`}
                      onTap={go(page.helper(helper.id))}
                    />
                  ))}
                </View>
              </>
            )}
            <View className="card flush">
              <Cell act icon="plus" title={t('family.add-child')} onTap={go(page.child)} />
              <Cell act icon="help" title={t('family.help')} onTap={go(page.ask('helper'))} />
              <Cell act icon="check" title={t('family.agree')} onTap={go(page.agree())} />
              <Cell act icon="users" title={t('family.co-guardian')} onTap={go(page.ask('guardian'))} />
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default whenReady(FamilyPage);
