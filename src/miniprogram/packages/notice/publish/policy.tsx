import { View } from '@tarojs/components';
import { useCatalogue } from '../../../backend/catalogue';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { SearchBar } from '../../../components/search-bar';
import { useState } from 'react';
import { useAuthorText } from '../author-text';
import { DayField } from '../parts/moment-field';
import type { PolicyWords } from './policy-words';

interface Props {
  policy: PolicyWords;
  english: boolean;
  onChange(policy: PolicyWords): void;
}

type Spoken = 'who' | 'bring' | 'where' | 'hours';
const spoken: readonly Spoken[] = ['who', 'bring', 'where', 'hours'];
/** So many matters are offered at once. */
const most = 5;

/** A policy explained: who is entitled, what to bring, until when, where, and what one tap opens. */
export function Policy({ policy, english, onChange }: Props) {
  const t = useAuthorText();
  const [typed, setTyped] = useState('');
  const categories = useCatalogue().data?.categories ?? [];
  const service = categories.find(({ code }) => code === policy.service);
  const name = typed.trim();
  const found = name === '' ? [] : categories.filter((one) => t.of(one.name).includes(name)).slice(0, most);
  const say = (part: Spoken, language: 'zh' | 'en') => (text: string) =>
    onChange({ ...policy, [part]: { ...policy[part], [language]: text } });
  return (
    <View className="card">
      {spoken.map((part) => (
        <View key={part} className="field-box">
          <Field
            label={t(`author.policy.${part}`)}
            maxLength={200}
            value={policy[part].zh}
            onChange={say(part, 'zh')}
          />
          {english && (
            <Field
              label={t(`author.policy.${part}.english`)}
              maxLength={200}
              value={policy[part].en}
              onChange={say(part, 'en')}
            />
          )}
        </View>
      ))}
      <View className="moments">
        <DayField
          label={t('author.policy.born-from')}
          value={policy.bornFrom}
          onChange={(bornFrom) => onChange({ ...policy, bornFrom })}
        />
        <DayField
          label={t('author.policy.born-until')}
          value={policy.bornUntil}
          onChange={(bornUntil) => onChange({ ...policy, bornUntil })}
        />
      </View>
      <View className="caption">{t('author.policy.born.about')}</View>
      <DayField
        label={t('author.policy.until')}
        value={policy.until}
        onChange={(until) => onChange({ ...policy, until })}
      />
      <View className="asked spaced-above">{t('author.policy.service')}</View>
      {service ? (
        <Cell
          title={t.of(service.name)}
          value={t('author.policy.service.change')}
          onTap={() => onChange({ ...policy, service: '' })}
        />
      ) : (
        <>
          <SearchBar inset label={t('author.policy.service')} value={typed} onChange={setTyped} />
          {found.map((one) => (
            <Cell
              key={one.code}
              title={t.of(one.name)}
              onTap={() => {
                setTyped('');
                onChange({ ...policy, service: one.code });
              }}
            />
          ))}
        </>
      )}
    </View>
  );
}
