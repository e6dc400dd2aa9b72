import { View } from '@tarojs/components';
import { type Entitled, mayBeEntitled, mayBeEntitledIn } from '@contract/notice/policy';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Field } from '../../../components/field';
import { Icon } from '../../../components/icon';
import { asRole } from '../../../platform/role';
import { monthOf } from '../birth-month';
import { type Births, useBirths } from '../births';
import { type OnePerson, usePeople } from '../people';
import { type NoticeSpeech, useNoticeText } from '../reading-text';

const answerFor = (who: Entitled, { id, bornOn }: OnePerson, births: Births): 'yes' | 'no' | 'unknown' =>
  bornOn === undefined ? mayBeEntitledIn(who, births[id]) : mayBeEntitled(who, bornOn);

/** Months of birth, one field for each who is grown up. */
function AskBirths({
  people,
  births,
  onKeep,
  t,
}: {
  people: readonly OnePerson[];
  births: Births;
  onKeep(births: Births): void;
  t: NoticeSpeech;
}) {
  const [typed, setTyped] = useState<Births>(births);
  const [wrong, setWrong] = useState(false);
  const keep = (): void => {
    const given = people
      .map(({ id }) => [id, (typed[id] ?? '').trim()] as const)
      .filter(([, text]) => text !== '');
    const months = given.map(([id, text]) => [id, monthOf(text, Date.now())] as const);
    if (months.some(([, month]) => month === undefined)) return setWrong(true);
    onKeep(Object.fromEntries(months.map(([id, month]) => [id, month ?? ''])));
  };
  return (
    <View className="tint-box stack">
      {people.map(({ id, called }) => (
        <Field
          key={id}
          secret
          label={t('policy.born', { who: called })}
          hint={t('policy.born.hint')}
          maxLength={12}
          value={typed[id] ?? ''}
          onChange={(text) => setTyped({ ...typed, [id]: text })}
        />
      ))}
      {wrong && <View {...asRole('alert')}>{t('policy.born.wrong')}</View>}
      <View className="quiet">{t('policy.fits.ask.about')}</View>
      <Button kind="tint" small className="spaced" text={t('policy.born.keep')} onTap={keep} />
    </View>
  );
}

/** Whether it fits me or my family: matched here, and nowhere else. */
export function Fits({ who }: { who: Entitled }) {
  const t = useNoticeText();
  const people = usePeople(t);
  const [births, keep] = useBirths();
  const [asking, setAsking] = useState(false);
  if (!births || people.length === 0) return null;
  if (who.bornFrom === undefined && who.bornUntil === undefined) return null;
  const grown = people.filter(({ bornOn }) => bornOn === undefined);
  if (asking)
    return (
      <AskBirths
        people={grown}
        births={births}
        t={t}
        onKeep={(next) => void keep(next).then(() => setAsking(false))}
      />
    );
  const answers = people.map((person) => ({ person, answer: answerFor(who, person, births) }));
  const fit = answers.filter(({ answer }) => answer === 'yes').map(({ person }) => person.called);
  const unknown = answers.some(({ answer }) => answer === 'unknown');
  const none = fit.length === 0 && !unknown;
  return (
    <View>
      {(fit.length > 0 || none) && (
        <View className="tint-box">
          <Icon name="users" />
          <View className="words">
            <View>
              {none
                ? t('policy.fits.none')
                : t('policy.fits', { who: fit.join(t.language === 'zh' ? '、' : ', ') })}
            </View>
            <View className="caption">{t('policy.fits.about')}</View>
          </View>
        </View>
      )}
      {grown.length > 0 && (
        <Cell
          icon="users"
          act
          title={t(unknown ? 'policy.fits.ask' : 'policy.born.change')}
          {...(unknown ? { note: t('policy.fits.ask.about') } : {})}
          onTap={() => setAsking(true)}
        />
      )}
    </View>
  );
}
