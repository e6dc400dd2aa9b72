import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Tap } from './tap';
import { asRole } from '../platform/role';

interface Option {
  key: string;
  text: string;
}

interface Props {
  options: readonly Option[];
  chosen: readonly string[];
  multiple?: boolean;
  label: string;
  onChange(chosen: string[]): void;
}

/** Chips to choose one or several of; the chosen one carries a tick beside its colour. */
export function Chips({ options, chosen, multiple = false, label, onChange }: Props) {
  const toggle = (key: string): void => {
    if (!multiple) return onChange(chosen.includes(key) ? [] : [key]);
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  };
  return (
    <View className="chips" aria-label={label} {...asRole(multiple ? 'group' : 'radiogroup')}>
      {options.map(({ key, text }) => {
        const on = chosen.includes(key);
        return (
          <Tap
            key={key}
            className={`chip ${on ? 'chosen' : ''}`}
            role={multiple ? 'checkbox' : 'radio'}
            chosen={on}
            onTap={() => toggle(key)}
          >
            {on && <Icon name="check" />}
            {text}
          </Tap>
        );
      })}
    </View>
  );
}

/** The same with their label to be read above them; ears hear it once. */
export function LabelledChips(props: Props) {
  return (
    <>
      <View className="field-label" aria-hidden>
        {props.label}
      </View>
      <Chips {...props} />
    </>
  );
}

/** Filters above a list: one is always on. */
export function Pills({
  options,
  chosen,
  label,
  onChange,
}: {
  options: readonly Option[];
  chosen: string;
  label: string;
  onChange(key: string): void;
}) {
  return (
    <View className="pills" {...asRole('tablist')} aria-label={label}>
      {options.map(({ key, text }) => (
        <Tap
          key={key}
          className={`pill ${key === chosen ? 'chosen' : ''}`}
          role="tab"
          chosen={key === chosen}
          onTap={() => onChange(key)}
        >
          {text}
        </Tap>
      ))}
    </View>
  );
}
