import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePhone } from '../../backend/phone-context';
import { useSecond } from '../../backend/use-second';
import { Button } from '../../components/button';
import { SpokenCode } from '../../components/spoken-code';
import { useFamilyText } from './text';

interface Props {
  code: { code: string; expiresAt: string };
  onAnother(): void;
  children?: ReactNode;
}

/** A code with the minutes it has left, by the server's clock; when they are gone it is, too. */
export function ShortLived({ code, onAnother, children }: Props) {
  const t = useFamilyText();
  const second = useSecond(usePhone().code.clock.now);
  const left = Date.parse(code.expiresAt) / 1000 - second;
  return (
    <View className="card">
      {left > 0 ? (
        <>
          <SpokenCode code={code.code} />
          <View className="quiet centred">
            {t('family.code.until', { minutes: Math.max(1, Math.round(left / 60)) })}
          </View>
          {children}
        </>
      ) : (
        <View className="nothing">
          <View>{t('family.code.over')}</View>
          <Button kind="tint" small text={t('family.code.new')} onTap={onAnother} />
        </View>
      )}
    </View>
  );
}
