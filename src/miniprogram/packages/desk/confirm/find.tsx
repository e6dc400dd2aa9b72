import { View } from '@tarojs/components';
import { Cell } from '../../../components/cell';
import { useDeskText } from '../text';
import { CodeEntry } from '../parts/code-entry';

/** Who stands here: by the code on their phone, or somebody without one. */
export type Found = { code: string } | 'no-phone';

export function Find({ onFound }: { onFound(found: Found): void }) {
  const t = useDeskText();
  return (
    <>
      <View className="headline">{t('desk.confirm.how')}</View>
      <View className="lead">{t('desk.confirm.how.about')}</View>
      <CodeEntry prefix="LC1" onCode={(code) => onFound({ code })} />
      <View className="card flush">
        <Cell
          icon="doc"
          title={t('desk.confirm.no-phone')}
          note={t('desk.confirm.no-phone.about')}
          onTap={() => onFound('no-phone')}
        />
      </View>
    </>
  );
}
