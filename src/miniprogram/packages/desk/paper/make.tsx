import { View } from '@tarojs/components';
import type { PrintedPaperCode } from '@contract/api';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { useDeskText } from '../text';
import { backendUrl } from '../../../platform/environment';
import { canPrint, type PaperSize } from '../../../platform/printer';
import { useAct } from '../parts/act';
import type { PersonInHand } from '../parts/person-in-hand';
import { Refused } from '../parts/refused';
import { ValidCodes } from './valid-codes';

const choices = [7, 14, 30] as const;
const longest = 30;
const paperSizes: readonly PaperSize[] = ['a6', 'a4'];

interface Props {
  person: PersonInHand;
  onPrinted(printed: { code: PrintedPaperCode; size: PaperSize }): void;
}

/** How long and on what paper; and the papers this person has already. */
export function Make({ person, onPrinted }: Props) {
  const t = useDeskText();
  const { client } = usePhone();
  const [days, setDays] = useState<number>(longest);
  const [size, setSize] = useState<PaperSize>('a6');
  const { busy, failed, run } = useAct();
  const make = (): Promise<void> =>
    run(async () =>
      onPrinted({
        code: await client.call('POST /v1/paper-codes', { body: { personId: person.id, days } }),
        size,
      }),
    );
  return (
    <>
      <View className="headline">{t('desk.paper.for', { name: person.maskedName })}</View>
      {canPrint ? (
        <View className="card">
          <View className="asked">{t('desk.paper.days')}</View>
          <Chips
            label={t('desk.paper.days')}
            chosen={[String(days)]}
            options={choices.map((count) => ({
              key: String(count),
              text: t('desk.paper.days.count', { count }),
            }))}
            onChange={([count]) => count && setDays(Number(count))}
          />
          <View className="asked spaced-above">{t('desk.paper.size')}</View>
          <Chips
            label={t('desk.paper.size')}
            chosen={[size]}
            options={paperSizes.map((key) => ({ key, text: t(`desk.paper.size.${key}`) }))}
            onChange={([key]) => key && setSize(key as PaperSize)}
          />
        </View>
      ) : (
        <View className="card">
          <View>{t('desk.paper.no-printer', { address: backendUrl() })}</View>
          <View className="quiet">{t('desk.paper.no-printer.why')}</View>
        </View>
      )}
      <ValidCodes personId={person.id} />
      {canPrint && (
        <Foot said={failed ? <Refused failed={failed} /> : t('desk.paper.make.said')}>
          <Button text={t('desk.paper.make')} disabled={busy} onTap={() => void make()} />
        </Foot>
      )}
    </>
  );
}
