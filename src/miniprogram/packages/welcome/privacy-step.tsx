import { View } from '@tarojs/components';
import { privacyPoints, privacyPromise } from '@contract/personal-data/privacy-text';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { ElderSwitch } from '../../components/elder-switch';
import { Foot } from '../../components/foot';
import { useWelcomeText } from './text';
import { authorisePrivacy } from '../../platform/privacy';

/** What is collected, for what; everything that needs none of it still works after a no. */
export function PrivacyText() {
  const t = useWelcomeText();
  return (
    <View>
      <View className="headline">{t('welcome.privacy')}</View>
      <View className="card flush">
        {privacyPoints.map(({ what, why }) => (
          <View key={what.en} className="weui-cell cell">
            <View className="words">
              <View>{t.of(what)}</View>
              <View className="quiet">{t.of(why)}</View>
            </View>
          </View>
        ))}
      </View>
      <View className="lead after">{t.of(privacyPromise)}</View>
    </View>
  );
}

export function PrivacyStep({ onAgree }: { onAgree(): void }) {
  const t = useWelcomeText();
  const agree = (): void => void authorisePrivacy().then((yes) => yes && onAgree());
  return (
    <View>
      <View className="card flush">
        <ElderSwitch />
      </View>
      <PrivacyText />
      <Foot>
        <Button
          kind="link"
          text={t('welcome.decline')}
          onTap={() => void Taro.switchTab({ url: '/pages/services/index' })}
        />
        <Button text={t('welcome.agree')} onTap={agree} />
      </Foot>
    </View>
  );
}
