import { View } from '@tarojs/components';
import type { Declaration } from '@contract/api';
import { AskFirst } from '../../../components/ask-first';
import { Button } from '../../../components/button';
import { when } from '../../../when';
import { useHealthText } from '../text';

interface Props {
  declaration: Declaration;
  busy: boolean;
  onAmend(): void;
  onWithdraw(): void;
}

/** A declaration that still counts: amend it or take it back. */
export function Standing({ declaration, busy, onAmend, onWithdraw }: Props) {
  const t = useHealthText();
  const { amendedAt, filedAt, expiresAt } = declaration;
  return (
    <View className="card">
      <View>{t('declare.standing', { time: when(amendedAt ?? filedAt, t) })}</View>
      <View className="quiet">{t('declare.standing.until', { time: when(expiresAt, t) })}</View>
      {declaration.mine && (
        <>
          <Button kind="tint" small text={t('declare.standing.amend')} disabled={busy} onTap={onAmend} />
          <AskFirst
            text={t('declare.standing.withdraw')}
            words={t('declare.standing.withdraw.words')}
            disabled={busy}
            onYes={onWithdraw}
          />
        </>
      )}
    </View>
  );
}
