import { Input, Textarea, View } from '@tarojs/components';

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
    'aria-label': label,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  };
  return (
    <View>
      {!hideLabel && (
        <View className="field-label" aria-hidden>
          {label}
        </View>
      )}
      {long ? <Textarea className="field area" {...shared} /> : <Input className="field" {...shared} />}
    </View>
  );
}
