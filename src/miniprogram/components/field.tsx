import { Input, Textarea, View } from '@tarojs/components';
import { isWeapp } from '../platform/environment';

/** On the web the field inside Taro's own element is the one that is focused, so that one is named. */
export const labelled = (label: string) =>
  isWeapp ? { 'aria-label': label } : { nativeProps: { 'aria-label': label } };

interface Props {
  label: string;
  value: string;
  hint?: string;
  long?: boolean;
  maxLength?: number;
  hideLabel?: boolean;
  onChange(value: string): void;
}

/** A labelled line or area of text. */
export function Field({
  label,
  value,
  hint = '',
  long = false,
  maxLength = 200,
  hideLabel = false,
  onChange,
}: Props) {
  const shared = {
    value,
    placeholder: hint,
    maxlength: maxLength,
    ...labelled(label),
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  };
  return (
    <View className="field-box">
      {!hideLabel && (
        <View className="field-label" aria-hidden>
          {label}
        </View>
      )}
      {long ? <Textarea className="field area" {...shared} /> : <Input className="field" {...shared} />}
    </View>
  );
}
