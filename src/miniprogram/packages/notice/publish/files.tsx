import { View } from '@tarojs/components';
import type { Attachment } from '@contract/notice/content';
import { usePhone } from '../../../backend/phone-context';
import { newId } from '../../../backend/phone';
import { useAct } from '../../../backend/use-act';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { Refused } from '../../../components/refused';
import { platform } from '../../../platform';
import { choosePdf, removePdf } from '../../../platform/pdfs';
import { choosePhotos, removePhoto } from '../../../platform/photos';
import { useAuthorText } from '../author-text';

/** As many as a notice takes. */
const most = 9;
const mb = 1024 * 1024;
const nameLength = 120;

interface Props {
  files: readonly Attachment[];
  onChange(files: Attachment[]): void;
}

/** Pictures and PDFs that go with it; the server has each before it stands here. */
export function Files({ files, onChange }: Props) {
  const t = useAuthorText();
  const { client } = usePhone();
  const { busy, refused, act } = useAct();
  const put = async (local: string, name: string): Promise<Attachment> => {
    const { id, type, bytes } = await client.upload(local, await newId(platform));
    return { id, name: name.slice(0, nameLength), type, bytes };
  };
  const addPhotos = (): void =>
    act(async () => {
      const { photos } = await choosePhotos(most - files.length);
      const added: Attachment[] = [];
      for (const photo of photos) {
        added.push(await put(photo, t('author.files.photo', { at: files.length + added.length + 1 })));
        onChange([...files, ...added]);
        await removePhoto(photo);
      }
    });
  const addPdf = (): void =>
    act(async () => {
      const pdf = await choosePdf();
      if (!pdf) return;
      try {
        onChange([...files, await put(pdf.file, pdf.name)]);
      } finally {
        await removePdf(pdf.file);
      }
    });
  return (
    <View className="card">
      <View className="asked">{t('author.files')}</View>
      {files.map(({ id, name, type, bytes }) => (
        <View key={id} className="file-row">
          <Icon name={type === 'application/pdf' ? 'doc' : 'camera'} />
          <View className="words">
            <View>{name}</View>
            <View className="caption">
              {t('author.files.size', { size: Math.max(0.1, bytes / mb).toFixed(1) })}
            </View>
          </View>
          <Button
            kind="link"
            small
            text={t('author.files.remove')}
            label={t('author.files.remove.one', { name })}
            onTap={() => onChange(files.filter((other) => other.id !== id))}
          />
        </View>
      ))}
      {files.length < most && (
        <View className="row">
          <Button
            kind="tint"
            small
            icon="camera"
            disabled={busy}
            text={t('author.files.photos')}
            onTap={addPhotos}
          />
          <Button kind="tint" small icon="doc" disabled={busy} text={t('author.files.pdf')} onTap={addPdf} />
        </View>
      )}
      <Refused refused={refused} className="spaced-above" />
    </View>
  );
}
