import { View } from '@tarojs/components';
import { Cell } from '../../../components/cell';
import { useRead } from '../../../backend/queries';
import { inLanguage } from '../../../notice-text';
import { when } from '../../../when';
import { useAuthorText } from '../author-text';

/** Everything that was published of it, newest first: nothing is changed in silence. */
export function Versions({ id }: { id: string }) {
  const t = useAuthorText();
  const versions = useRead('GET /v1/notices/:id/versions', { params: { id } }).data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <View className="card flush">
      <View className="asked">{t('author.versions')}</View>
      {[...versions].reverse().map((one) => {
        const { headline, description } = inLanguage(one, t.language);
        return (
          <Cell
            key={one.version}
            title={`${t(`author.version.${one.msgType}`)} · ${one.author.name} · ${when(one.sentAt, t)}`}
            note={`${headline} ${description}`.trim()}
          />
        );
      })}
    </View>
  );
}
