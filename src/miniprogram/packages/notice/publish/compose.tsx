import { View } from '@tarojs/components';
import { noticeTemplates, type TemplateWords } from '@contract/notice/templates';
import { isEmergency, type NoticeCategory, type Severity } from '@contract/notice/notice';
import type { Language } from '@contract/text';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Chips, LabelledChips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useAuthorText } from '../author-text';
import { MomentField } from '../parts/moment-field';
import { Files } from './files';
import { Extras } from './extras';
import { Policy } from './policy';
import { fromTemplate, lacksOf, moved, type Writing } from './writing';

const severities: readonly Severity[] = ['Minor', 'Moderate', 'Severe', 'Extreme'];
const categories = [
  'Infra',
  'Transport',
  'Met',
  'Health',
  'Safety',
  'Fire',
  'Other',
] as const satisfies readonly NoticeCategory[];

interface Props {
  writing: Writing;
  now: number;
  /** It was begun at another time: it can be thrown away. */
  before: boolean;
  onChange(part: Partial<Writing> | ((now: Writing) => Writing)): void;
  onAgain(): void;
  onNext(): void;
}

/** What is said, when, and how urgent it is; a template says most of it. */
export function Compose({ writing, now, before, onChange, onAgain, onNext }: Props) {
  const t = useAuthorText();
  const [more, setMore] = useState(false);
  const lacks = lacksOf(writing, now);
  const say = (language: Language, part: keyof TemplateWords) => (text: string) =>
    onChange((was) => ({
      ...was,
      words: { ...was.words, [language]: { ...was.words[language], [part]: text } },
    }));
  return (
    <>
      {before && (
        <View className="card kept">
          <View>{t('author.kept')}</View>
          <Button kind="link" small text={t('author.kept.again')} onTap={onAgain} />
        </View>
      )}
      {!writing.follows && !writing.draft && (
        <View className="card">
          <View className="asked">{t('author.template')}</View>
          <Chips
            label={t('author.template')}
            chosen={writing.template ? [writing.template] : []}
            options={noticeTemplates.map(({ code, name }) => ({ key: code, text: t.of(name) }))}
            onChange={([code]) => {
              const template = noticeTemplates.find((one) => one.code === code);
              if (template) onChange((was) => fromTemplate(was, template, now));
            }}
          />
        </View>
      )}
      <View className="card">
        <MomentField
          label={t('author.from')}
          day={t('author.day')}
          hour={t('author.hour')}
          value={writing.onset}
          onChange={(onset) => onChange((was) => moved(was, { onset }))}
        />
        <MomentField
          label={t('author.until')}
          day={t('author.day')}
          hour={t('author.hour')}
          value={writing.until}
          onChange={(until) => onChange((was) => moved(was, { until }))}
        />
      </View>
      <View className="card">
        <Field
          label={t('author.headline')}
          hint={t('author.headline.hint')}
          maxLength={160}
          value={writing.words.zh.headline}
          onChange={say('zh', 'headline')}
        />
        <Field
          label={t('author.description')}
          hint={t('author.description.hint')}
          long
          maxLength={8000}
          value={writing.words.zh.description}
          onChange={say('zh', 'description')}
        />
        <Field
          label={t('author.instruction')}
          maxLength={4000}
          value={writing.words.zh.instruction}
          onChange={say('zh', 'instruction')}
        />
      </View>
      {writing.policy && (
        <Policy
          policy={writing.policy}
          english={writing.english}
          onChange={(policy) => onChange({ policy })}
        />
      )}
      <View className="card">
        <View className="asked">{t('author.languages')}</View>
        <Chips
          label={t('author.languages')}
          chosen={[writing.english ? 'both' : 'zh']}
          options={[
            { key: 'zh', text: t('author.languages.zh') },
            { key: 'both', text: t('author.languages.both') },
          ]}
          onChange={([chosen]) => chosen && onChange({ english: chosen === 'both' })}
        />
        {writing.english && (
          <View className="spaced-above">
            <Field
              label={t('author.english.headline')}
              maxLength={160}
              value={writing.words.en.headline}
              onChange={say('en', 'headline')}
            />
            <Field
              label={t('author.english.description')}
              long
              maxLength={8000}
              value={writing.words.en.description}
              onChange={say('en', 'description')}
            />
            <Field
              label={t('author.english.instruction')}
              maxLength={4000}
              value={writing.words.en.instruction}
              onChange={say('en', 'instruction')}
            />
          </View>
        )}
      </View>
      <View className="card">
        <LabelledChips
          label={t('author.severity')}
          chosen={[writing.severity]}
          options={severities.map((one) => ({ key: one, text: t(`severity.${one}`) }))}
          onChange={([one]) => one && onChange({ severity: one as Severity })}
        />
        {isEmergency(writing.severity) && <View className="caption">{t('author.severity.urgent')}</View>}
        <View className="spaced-above">
          <LabelledChips
            label={t('author.category')}
            chosen={[writing.category]}
            options={categories.map((one) => ({ key: one, text: t(`category.${one}`) }))}
            onChange={([one]) => one && onChange({ category: one as NoticeCategory })}
          />
        </View>
      </View>
      <Files files={writing.attachments} onChange={(attachments) => onChange({ attachments })} />
      {more || writing.web !== '' || writing.pinned || writing.acknowledge ? (
        <Extras writing={writing} onChange={onChange} />
      ) : (
        <View className="card plain">
          <Button kind="link" text={t('author.more')} onTap={() => setMore(true)} />
        </View>
      )}
      <Foot said={lacks ? t(`author.lacks.${lacks}`) : undefined}>
        <Button text={t('author.next.whom')} disabled={lacks !== undefined} onTap={onNext} />
      </Foot>
    </>
  );
}
