import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { Page } from '../../../components/page';
import { Refused } from '../../../components/refused';
import { useFamilyText } from '../text';
import { asRole } from '../../../platform/role';
import { whenReady } from '../../../when-ready';
import { CodeStep } from './code-step';
import { GuardianStep } from './guardian-step';
import { HelperStep } from './helper-step';
import type { Asker, Yes } from './yes';
import { useFamilyChanged } from '../use-family';

/** My yes: whose code, who it is, what they may. Nothing counts before the last button. */
function AgreePage() {
  const t = useFamilyText();
  const { client } = usePhone();
  const child = useRouter().params['child'];
  const changed = useFamilyChanged();
  const { busy, refused, act } = useAct();
  const [asker, setAsker] = useState<Asker>();
  const [done, setDone] = useState(false);
  const look = (code: string): void =>
    act(async () =>
      setAsker({ code, ...(await client.call('POST /v1/family/asks/look', { body: { code } })) }),
    );
  const agree = (code: string, yes: Yes): void =>
    act(async () => {
      await client.call('POST /v1/family/asks/agree', { body: { code, ...yes } });
      setDone(true);
      await changed();
    });
  const steps = { busy, onWrong: () => setAsker(undefined) };
  return (
    <Page title={t(child ? 'family.member.another' : 'family.agree')} foot>
      {!asker ? (
        <CodeStep busy={busy} onCode={look} />
      ) : done ? (
        <View className="card" {...asRole('status')}>
          <View className="card-title">
            {t(asker.kind === 'helper' ? 'family.agree.done' : 'family.agree.done.guardian', {
              name: asker.maskedName,
            })}
          </View>
        </View>
      ) : asker.kind === 'helper' ? (
        <HelperStep asker={asker} {...steps} onYes={(yes) => agree(asker.code, yes)} />
      ) : (
        <GuardianStep asker={asker} child={child} {...steps} onYes={(yes) => agree(asker.code, yes)} />
      )}
      <Refused refused={refused} />
    </Page>
  );
}

export default whenReady(AgreePage);
