import { View } from '@tarojs/components';
import { dayAt } from '@contract/calendar-day';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { type FoundRegion, RegionSearch } from '../../../components/region-search';
import { useHealthText } from '../text';
import { DayChips } from './day-chips';
import type { Draft } from './draft';

type Places = Draft['places'];

/** Where one has stayed: found by name, with the last day there. */
export function DeclaredPlaces({ places, onChange }: { places: Places; onChange(places: Places): void }) {
  const t = useHealthText();
  const { clock } = usePhone().code;
  const choose = ({ code: node, name }: FoundRegion): void => {
    if (places.some((place) => place.node === node)) return;
    onChange([...places, { node, name, on: dayAt(clock.now()) }]);
  };
  return (
    <View>
      {places.map((place) => (
        <View key={place.node} className="declared-place">
          <View className="words">{place.name}</View>
          <DayChips
            label={t('declare.places.on', { name: place.name })}
            chosen={place.on}
            onChange={(on) =>
              on && onChange(places.map((each) => (each.node === place.node ? { ...each, on } : each)))
            }
          />
          <Button
            kind="link"
            small
            text={t('declare.places.remove', { name: place.name })}
            onTap={() => onChange(places.filter((each) => each.node !== place.node))}
          />
        </View>
      ))}
      <RegionSearch label={t('declare.places.search')} none={t('declare.places.none')} onChoose={choose} />
    </View>
  );
}
