import '../../../look/sheet.scss';
import { Image, View } from '@tarojs/components';
import type { Venue } from '@contract/api';
import { useEffect, useMemo } from 'react';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { qrPicture } from '../../../components/qr';
import { speechIn } from '../../../locales';
import { deskVenueTexts } from '../../../locales/desk-venues';
import { useDeskVenueText } from './text';
import { backendUrl } from '../../../platform/environment';
import { canPrint, layPaper, printPage } from '../../../platform/printer';

const zh = speechIn('zh', deskVenueTexts);
const en = speechIn('en', deskVenueTexts);

/** What hangs at the door: black on white, both languages, whatever the app is set to. */
function Sheet({ venue: { name, poster } }: { venue: Venue }) {
  const picture = useMemo(() => qrPicture(poster), [poster]);
  return (
    <View className="sheet a4 poster">
      <View className="sheet-head">
        {zh('poster.title')} · {en('poster.title')}
      </View>
      <View className="sheet-name">{name}</View>
      <Image className="sheet-qr" src={picture} mode="scaleToFill" aria-hidden />
      <View className="sheet-compare">{zh('poster.scan')}</View>
      <View>{en('poster.scan')}</View>
      <View className="sheet-small">
        <View>{zh('poster.no-colour')}</View>
        <View>{en('poster.no-colour')}</View>
      </View>
    </View>
  );
}

export function Poster({ venue, onBack }: { venue: Venue; onBack(): void }) {
  const t = useDeskVenueText();
  useEffect(() => layPaper('a4'), []);
  const said = canPrint
    ? t('desk.venues.print.said')
    : t('desk.venues.no-printer', { address: backendUrl() });
  return (
    <>
      <Sheet venue={venue} />
      <Foot said={said}>
        <Button kind="outline" text={t('desk.venues.back')} onTap={onBack} />
        {canPrint && <Button icon="print" text={t('desk.venues.print')} onTap={printPage} />}
      </Foot>
    </>
  );
}
