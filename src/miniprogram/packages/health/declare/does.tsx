import { View } from '@tarojs/components';
import type { DeclarationPreview } from '@contract/api';
import { graver } from '@contract/health-code/colour';
import { Icon } from '../../../components/icon';
import { asRole } from '../../../platform/role';
import { useHealthText } from '../text';
import { shapes } from '../shapes';

type Answer = DeclarationPreview['answers'][number]['answer'];

/** What one answer does, below it and before anything is sent: shape and words. */
export function Does({ answer, preview }: { answer: Answer; preview: DeclarationPreview | undefined }) {
  const t = useHealthText();
  const of = preview?.answers.filter((each) => each.answer === answer) ?? [];
  const colour = of.map((each) => each.colour).reduce(graver, 'green');
  return (
    <View className="does" {...asRole('status')} aria-live="polite">
      {of.length > 0 && (
        <>
          <Icon name={shapes[colour]} className={colour} />
          <View>{t(`declare.does.${colour}`)}</View>
        </>
      )}
    </View>
  );
}
