import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { usePhone } from '../../../backend/phone-context';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { StoredPhoto } from '../../../components/photo';
import { Refused } from '../../../components/refused';
import { useTextWith } from '../../../locales';
import { publicTexts } from '../../../locales/public';

type Shown = NonNullable<ServiceRequest['public']>;
type Part = Shown['parts'][number];

/** What anybody can read of this request now; an officer releases its parts here, one by one, and takes them back. */
export function PublicParts({ request: { id, public: shown } }: { request: ServiceRequest }) {
  const t = useTextWith(publicTexts);
  if (!shown) return null;
  const photos = shown.parts.filter(({ kind }) => kind === 'photo');
  const nameOf = (part: Part): string =>
    part.kind === 'photo'
      ? t('public.photo', { at: photos.indexOf(part) + 1 })
      : t(part.kind === 'words' ? 'public.words' : 'public.link');
  return (
    <View className="card">
      <View className="card-title">{t('public.title')}</View>
      <View className="quiet">{t('public.always', { place: shown.place })}</View>
      {shown.mayRelease && shown.parts.length > 0 && <View className="quiet">{t('public.look-first')}</View>}
      {shown.parts.map((part) => (
        <PartRow
          key={part.part}
          requestId={id}
          part={part}
          name={nameOf(part)}
          mayRelease={shown.mayRelease}
        />
      ))}
    </View>
  );
}

interface RowProps {
  requestId: string;
  part: Part;
  name: string;
  mayRelease: boolean;
}

function PartRow({ requestId, part: { part, kind, released }, name, mayRelease }: RowProps) {
  const t = useTextWith(publicTexts);
  const { client, queries } = usePhone();
  const { busy, refused, run } = useAct();
  const change = (): Promise<void> =>
    run(async () => {
      await client.call('PUT /v1/service-requests/:id/releases/:part', {
        params: { id: requestId, part },
        body: { released: !released },
      });
      await queries.invalidateQueries();
    });
  return (
    <>
      <View className="weui-cell cell">
        {kind === 'photo' && mayRelease && <StoredPhoto id={part} label={name} />}
        <View className="words">
          <View>{name}</View>
          <View className="quiet">{t(released ? 'public.released' : 'public.withheld')}</View>
        </View>
        {mayRelease && (
          <Button
            kind={released ? 'link' : 'outline'}
            small
            text={t(released ? 'public.take-back' : 'public.release')}
            label={t(released ? 'public.take-back.label' : 'public.release.label', { part: name })}
            disabled={busy}
            onTap={() => void change()}
          />
        )}
      </View>
      <Refused refused={refused} />
    </>
  );
}
