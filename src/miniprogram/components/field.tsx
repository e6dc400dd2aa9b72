import { Input, Textarea, View } from '@tarojs/components';
import { labelled, labelledSecret } from '../platform/role';

interface Props {
  label: string;
  value: string;
  hint?: string;
  long?: boolean;
  maxLength?: number;
  hideLabel?: boolean;
  /** Never offered again by the browser. */
  secret?: boolean;
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
  secret = false,
  onChange,
}: Props) {
  const shared = {
    value,
    placeholder: hint,
    maxlength: maxLength,
    ...(secret ? labelledSecret(label) : labelled(label)),
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
