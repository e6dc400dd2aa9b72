import { View } from '@tarojs/components';
import { useState } from 'react';
import { useText } from '../locales';
import { asRole } from '../platform/role';
import { Button } from './button';

interface Props {
  /** The act: 停用. */
  text: string;
  /** What comes of it, before it is done. */
  words: string;
  disabled?: boolean;
  onYes(): void;
}

/** An act that cannot be taken back: what it does is said first. */
export function AskFirst({ text, words, disabled = false, onYes }: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button kind="link" text={text} disabled={disabled} onTap={() => setAsking(true)} />;
  const yes = (): void => {
    setAsking(false);
    onYes();
  };
  return (
    <View className="ask-first" {...asRole('alert')}>
      <View>{words}</View>
      <View className="row-of-two">
        <Button kind="link" small text={t('common.not-now')} onTap={() => setAsking(false)} />
        <Button kind="outline" small text={text} onTap={yes} />
      </View>
    </View>
  );
}
