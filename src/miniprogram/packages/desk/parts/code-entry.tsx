import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallFailed } from '../../../backend/client';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { asRole } from '../../../platform/role';
import { scanCode } from '../../../platform/scan';
import { Refused } from './refused';
import { type CodePrefix, readCode } from './token-code';

interface Props {
  prefix: CodePrefix;
  /** Why the code was not taken. */
  failed?: CallFailed | undefined;
  onCode(code: string): void;
}

/** A code off another phone: scanned, or typed where the camera does not serve. */
export function CodeEntry({ prefix, failed, onCode }: Props) {
  const t = useDeskText();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<string>();
  const take = (text: string): void => {
    const read = readCode(text, prefix);
    setSaid(undefined);
    if (read.ok) return onCode(read.code);
    setSaid(
      read.fault === 'other' ? t('desk.code.other', { prefix }) : t('desk.code.short', { count: read.count }),
    );
  };
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text !== undefined) take(text);
  };
  return (
    <>
      <View className="card">
        <Field
          secret
          label={t('desk.code.type')}
          hint={t('desk.code.hint', { prefix })}
          maxLength={40}
          value={typed}
          onChange={setTyped}
        />
        {said ? (
          <View className="spaced-above" {...asRole('alert')}>
            {said}
          </View>
        ) : (
          <Refused failed={failed} />
        )}
        <Button
          kind="tint"
          small
          className="spaced"
          text={t('desk.code.take')}
          disabled={typed.trim() === ''}
          onTap={() => take(typed)}
        />
      </View>
      <Foot>
        <Button icon="scan" text={t('desk.code.scan')} onTap={() => void scan()} />
      </Foot>
    </>
  );
}
