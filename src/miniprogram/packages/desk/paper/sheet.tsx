import '../../../look/sheet.scss';
import { Image, View } from '@tarojs/components';
import type { PrintedPaperCode } from '@contract/api';
import dayjs from 'dayjs';
import { useEffect, useMemo } from 'react';
import { useMe } from '../../../backend/me';
import { useRead } from '../../../backend/queries';
import { qrPicture } from '../../../components/qr';
import { speechIn } from '../../../locales';
import { deskPeopleTexts } from '../../../locales/desk-people';
import { layPaper, type PaperSize } from '../../../platform/printer';

const zh = speechIn('zh', deskPeopleTexts);
const en = speechIn('en', deskPeopleTexts);
/** Digits of a county's code. */
const county = 6;

/** The county whose code it is, by where I serve. */
function useCounty(): string | undefined {
  const grant = useMe().data?.grants.find(({ role }) => role === 'worker' || role === 'officer');
  const code = grant?.node.slice(0, county) ?? '';
  return useRead(
    'GET /v1/regions/:code',
    { params: { code } },
    { open: true, enabled: code.length === county },
  ).data?.name;
}

/** What goes on paper: black on white, both languages, whatever the app is set to. A guard compares it with a document. */
export function Sheet({ code, size }: { code: PrintedPaperCode; size: PaperSize }) {
  const place = useCounty();
  const picture = useMemo(() => qrPicture(code.code), [code.code]);
  useEffect(() => layPaper(size), [size]);
  const until = dayjs(code.expiresAt);
  return (
    <View className={`sheet ${size}`}>
      <View className="sheet-head">
        {place} {zh('sheet.title')} · {en('sheet.title')}
      </View>
      <View className="sheet-name">{code.maskedName}</View>
      <Image className="sheet-qr" src={picture} mode="scaleToFill" aria-hidden />
      <View className="sheet-compare">
        {zh('sheet.compare')} {en('sheet.compare')}
      </View>
      <View>{zh('sheet.until', { time: until.format('YYYY 年 M 月 D 日 H:mm') })}</View>
      <View>{en('sheet.until', { time: until.format('D MMM YYYY, H:mm') })}</View>
      <View className="sheet-small">
        <View>{zh('sheet.lost')}</View>
        <View>{en('sheet.lost')}</View>
        <View>
          {zh('sheet.care')} · {en('sheet.care')}
        </View>
      </View>
    </View>
  );
}
