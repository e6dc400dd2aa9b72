import { Text, View } from '@tarojs/components';
import { type Answer, isInWords } from '@contract/service-request/category';
import type { GridCategory } from '../../../backend/catalogue';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Danger } from '../danger';
import { useRequestText } from '../text';

type Attribute = GridCategory['attributes'][number];

interface Props {
  attribute: Attribute;
  answer: Answer | undefined;
  /** A voice note stands for words. */
  maySpeak: boolean;
  onAnswer(answer: Answer | undefined): void;
}

const chosenOf = (answer: Answer | undefined): string[] =>
  Array.isArray(answer) ? [...(answer as string[])] : typeof answer === 'string' ? [answer] : [];

/** One question of a category; an answer that means danger says whom to call at once. */
export function Question({ attribute, answer, maySpeak, onAnswer }: Props) {
  const t = useRequestText();
  const asked = t.of(attribute.text);
  const choices = attribute.choices ?? [];
  const multiple = attribute.datatype === 'multivaluelist';
  const chosen = chosenOf(answer);
  if (choices.length === 0) {
    const number = attribute.datatype === 'number';
    const take = (value: string): void => onAnswer(value === '' ? undefined : number ? Number(value) : value);
    return (
      <View className="question">
        <Field
          label={asked}
          hint={maySpeak && isInWords(attribute) ? t('request.words.or-speak') : ''}
          value={answer === undefined ? '' : String(answer)}
          long={attribute.datatype === 'text'}
          onChange={take}
        />
      </View>
    );
  }
  return (
    <View className="question">
      <View className="asked" aria-hidden>
        <View>
          {asked} {multiple && <Text className="caption">{t('request.multi')}</Text>}
        </View>
      </View>
      <Chips
        label={asked}
        multiple={multiple}
        chosen={chosen}
        options={choices.map(({ key, name }) => ({ key, text: t.of(name) }))}
        onChange={(keys) => onAnswer(keys.length === 0 ? undefined : multiple ? keys : keys[0])}
      />
      {choices
        .filter(({ key, danger }) => danger && chosen.includes(key))
        .map(({ key, danger }) => danger && <Danger key={key} danger={danger} />)}
    </View>
  );
}
