import { View } from '@tarojs/components';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { useAuthorText } from '../author-text';
import { MomentField } from '../parts/moment-field';
import type { Writing } from './writing';

interface Props {
  writing: Writing;
  onChange(part: Partial<Writing>): void;
}

/** What few notices need: pinned, to be acknowledged, who may knock, a link. */
export function Extras({ writing, onChange }: Props) {
  const t = useAuthorText();
  const chosen = [...(writing.pinned ? ['pinned'] : []), ...(writing.acknowledge ? ['acknowledge'] : [])];
  return (
    <View className="card">
      <View className="asked">{t('author.more')}</View>
      <Chips
        multiple
        label={t('author.more')}
        chosen={chosen}
        options={[
          { key: 'pinned', text: t('author.pinned') },
          { key: 'acknowledge', text: t('author.acknowledge') },
        ]}
        onChange={(next) =>
          onChange({ pinned: next.includes('pinned'), acknowledge: next.includes('acknowledge') })
        }
      />
      {writing.acknowledge && (
        <View className="spaced-above">
          <MomentField
            label={t('author.knock')}
            day={t('author.day')}
            hour={t('author.hour')}
            value={writing.knockAt}
            onChange={(knockAt) => onChange({ knockAt })}
          />
          <View className="caption">{t('author.knock.about')}</View>
        </View>
      )}
      <View className="spaced-above">
        <Field
          label={t('author.web')}
          hint="https://"
          maxLength={500}
          value={writing.web}
          onChange={(web) => onChange({ web })}
        />
      </View>
    </View>
  );
}
