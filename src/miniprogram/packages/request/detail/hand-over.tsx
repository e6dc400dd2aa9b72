import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { atLevel } from '@contract/region/code';
import { useRead } from '../../../backend/queries';
import { Chips } from '../../../components/choice';
import { useRequestText } from '../text';

export type NextHands = { nextOwner?: string; nextNode?: string };

/** To whom a matter goes next: a colleague, back to all, a grid beside this one, or the community's desk. */
export function HandOver({
  request: { node, ownerMaskedName },
  next,
  onChange,
}: {
  request: ServiceRequest;
  next: NextHands | undefined;
  onChange(next: NextHands | undefined): void;
}) {
  const t = useRequestText();
  const community = atLevel(node, 'community') ?? node;
  const team = useRead(
    'GET /v1/regions/:code/team',
    { params: { code: node } },
    { enabled: node !== community },
  );
  const around = useRead('GET /v1/regions/:code', { params: { code: community } });
  const people = (team.data ?? []).filter(({ maskedName }) => maskedName !== ownerMaskedName);
  const places = [
    ...(around.data?.children ?? []),
    ...(around.data && node !== community
      ? [{ code: community, name: t('request.hand.desk', { place: around.data.name }) }]
      : []),
  ].filter(({ code }) => code !== node);
  const options = [
    ...people.map(({ id, maskedName, away }) => ({
      key: `owner ${id}`,
      text: away
        ? t('request.hand.away', { name: maskedName, standIn: away.standIn.maskedName })
        : maskedName,
    })),
    ...(ownerMaskedName ? [{ key: 'team', text: t('request.hand.team') }] : []),
    ...places.map(({ code, name }) => ({ key: `node ${code}`, text: name })),
  ];
  const chosen = !next
    ? []
    : next.nextOwner
      ? [`owner ${next.nextOwner}`]
      : next.nextNode
        ? [`node ${next.nextNode}`]
        : ['team'];
  const choose = ([key]: string[]): void => {
    const [kind, id = ''] = (key ?? '').split(' ');
    if (kind === 'owner') onChange({ nextOwner: id });
    else if (kind === 'node') onChange({ nextNode: id });
    else onChange(kind === 'team' ? {} : undefined);
  };
  return (
    <View className="question">
      <View className="asked">{t('request.hand.to')}</View>
      <Chips label={t('request.hand.to')} options={options} chosen={chosen} onChange={choose} />
    </View>
  );
}
