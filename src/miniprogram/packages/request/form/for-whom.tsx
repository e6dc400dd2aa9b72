import { View } from '@tarojs/components';
import { behalfKinds, type BehalfKind } from '@contract/service-request/behalf';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import type { ForWhom } from '../drafts';
import { useRequestText } from '../text';

interface Props {
  value: ForWhom;
  onChange(value: ForWhom): void;
}

const isKind = (key: string): key is BehalfKind => behalfKinds.some((kind) => kind === key);

/** For me, for family that lets me, for a neighbour without a phone; by the team, for whom it met or what it found. */
export function ForWhomField({ value, onChange }: Props) {
  const t = useRequestText();
  const serves = useMe().data?.grants.some(({ role }) => role !== 'checkpoint') ?? false;
  const members = useRead('GET /v1/family', {}).data?.members ?? [];
  const family = members.filter(({ may, state }) => state === 'active' && may.includes('file'));
  const chosen = value.behalf ?? value.personId ?? 'me';
  const choose = (key = 'me'): void => {
    if (isKind(key)) return onChange({ behalf: key, called: value.called ?? '' });
    const member = family.find(({ personId }) => personId === key);
    onChange(member ? { personId: member.personId, who: member.calledAs } : {});
  };
  return (
    <View className="question">
      <View className="asked" aria-hidden>
        {t('filing.for')}
      </View>
      <Chips
        label={t('filing.for')}
        chosen={[chosen]}
        options={[
          { key: 'me', text: t('filing.for.me') },
          ...family.map(({ personId, calledAs }) => ({ key: personId, text: calledAs })),
          { key: 'neighbour', text: t('filing.for.neighbour') },
          ...(serves
            ? (['met-on-visit', 'found'] as const).map((key) => ({ key, text: t(`filing.for.${key}`) }))
            : []),
        ]}
        onChange={([key]) => choose(key)}
      />
      {(value.behalf === 'neighbour' || value.behalf === 'met-on-visit') && (
        <>
          <Field
            label={t('filing.called')}
            maxLength={20}
            value={value.called ?? ''}
            onChange={(called) => onChange({ ...value, called })}
          />
          <View className="caption">{t('filing.called.about')}</View>
        </>
      )}
    </View>
  );
}
