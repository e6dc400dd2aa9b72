import { useText } from '../locales';
import { usePreferences } from '../preferences';
import { Cell } from './cell';
import { Tap } from './tap';
import { View } from '@tarojs/components';

/** Large text and less on the screen, on or off. */
export function ElderSwitch() {
  const t = useText();
  const { elder, choose } = usePreferences();
  return (
    <Cell icon="text" title={t('me.elder')}>
      <Tap
        className={`switch ${elder ? 'on' : ''}`}
        role="switch"
        chosen={elder}
        label={t('me.elder')}
        onTap={() => choose({ elder: !elder })}
      >
        <View className="knob" />
      </Tap>
    </Cell>
  );
}
