import { View } from '@tarojs/components';
import type { FamilyAct } from '@contract/family/relation';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { useFamilyText } from '../text';
import { ActsChoice } from '../acts-choice';
import { Who } from './who';
import type { StepProps } from './yes';

/** Somebody wants to help me: I choose with what. */
export function HelperStep({ asker, busy, onWrong, onYes }: StepProps) {
  const t = useFamilyText();
  const [may, setMay] = useState<FamilyAct[]>([]);
  return (
    <View>
      <Who asker={asker} />
      <View className="section">{t('family.may')}</View>
      <ActsChoice may={may} onChange={setMay} />
      <View className="lead after">{t('family.agree.anytime')}</View>
      <Foot>
        <Button kind="link" text={t('family.agree.wrong')} onTap={onWrong} />
        <Button
          text={t('family.agree.yes')}
          disabled={busy || may.length === 0}
          onTap={() => onYes({ may })}
        />
      </Foot>
    </View>
  );
}
