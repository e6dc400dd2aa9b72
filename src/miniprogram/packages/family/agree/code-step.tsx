import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useFamilyText } from '../text';
import { scanCode } from '../../../platform/scan';

/** The other's code: scanned, or typed from what they read out. */
export function CodeStep({ busy, onCode }: { busy: boolean; onCode(code: string): void }) {
  const t = useFamilyText();
  const [typed, setTyped] = useState('');
  const scan = async (): Promise<void> => {
    const code = await scanCode(t('family.agree.scan'));
    if (code) onCode(code.slice(0, 40));
  };
  const entered = typed.trim().length >= 4;
  return (
    <View>
      <View className="lead">{t('family.agree.about')}</View>
      <View className="card">
        <Field
          label={t('family.agree.letters')}
          hint="7K2M 9QXT 4HCW 6PZD"
          value={typed}
          maxLength={30}
          onChange={setTyped}
        />
      </View>
      <Foot>
        <Button
          kind={entered ? 'outline' : 'filled'}
          icon="scan"
          text={t('family.agree.scan')}
          disabled={busy}
          onTap={() => void scan()}
        />
        {entered && (
          <Button text={t('family.agree.look')} disabled={busy} onTap={() => onCode(typed.trim())} />
        )}
      </Foot>
    </View>
  );
}
