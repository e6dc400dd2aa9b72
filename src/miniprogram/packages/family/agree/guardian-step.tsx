import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Chips } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { Tap } from '../../../components/tap';
import { useFamilyText } from '../text';
import { useFamily } from '../use-family';
import { Who } from './who';
import type { StepProps } from './yes';

/** Somebody wants to be a guardian of my child: beside me, or instead of me. */
export function GuardianStep({
  asker,
  child,
  busy,
  onWrong,
  onYes,
}: StepProps & { child?: string | undefined }) {
  const t = useFamilyText();
  const members = useFamily().data?.members ?? [];
  const children = members.filter(({ kind, state }) => kind === 'guardian' && state === 'active');
  const [only] = children.length === 1 ? children : [];
  const [chosen, setChosen] = useState(child);
  const [handOver, setHandOver] = useState(false);
  const whose = chosen ?? only?.id;
  return (
    <View>
      <Who asker={asker} />
      <View className="section">{t('family.agree.child')}</View>
      <View className="card">
        {children.length === 0 && <View>{t('family.agree.no-child')}</View>}
        <Chips
          label={t('family.agree.child')}
          options={children.map(({ id, calledAs }) => ({ key: id, text: calledAs }))}
          chosen={whose ? [whose] : []}
          onChange={([id]) => setChosen(id)}
        />
      </View>
      <View className="card flush">
        <Cell title={t('family.agree.hand-over')} note={t('family.agree.hand-over.means')}>
          <Tap
            className={`switch ${handOver ? 'on' : ''}`}
            role="switch"
            chosen={handOver}
            label={t('family.agree.hand-over')}
            onTap={() => setHandOver(!handOver)}
          >
            <View className="knob" />
          </Tap>
        </Cell>
      </View>
      <Foot>
        <Button kind="link" text={t('family.agree.wrong')} onTap={onWrong} />
        <Button
          text={t('family.agree.yes')}
          disabled={busy || !whose}
          onTap={() => whose && onYes({ child: whose, handOver })}
        />
      </Foot>
    </View>
  );
}
