import { Input, View } from '@tarojs/components';
import { useText } from '../locales';
import { labelled } from '../platform/role';
import { Icon } from './icon';
import { Tap } from './tap';

interface Props {
  value: string;
  /** Said in the field while it is empty, and by screen readers always. */
  label: string;
  onChange(value: string): void;
  /** Offers the phone's position as another way to find. */
  onLocate?: () => void;
  /** Ready to be typed into when the page opens. */
  focus?: boolean;
  /** On a card instead of the page. */
  inset?: boolean;
}

/** A line to search by. */
export function SearchBar({ value, label, onChange, onLocate, focus = false, inset = false }: Props) {
  const t = useText();
  return (
    <View className={inset ? 'search sunken' : 'card plain search'}>
      <Icon name="search" />
      <Input
        className="search-field"
        value={value}
        placeholder={label}
        focus={focus}
        {...labelled(label)}
        onInput={(event) => onChange(event.detail.value)}
      />
      {onLocate && (
        <Tap className="locate" label={t('welcome.home.locate')} onTap={onLocate}>
          <Icon name="locate" />
        </Tap>
      )}
    </View>
  );
}
