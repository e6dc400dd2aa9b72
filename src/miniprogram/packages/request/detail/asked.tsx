import { View } from '@tarojs/components';
import type { ServiceRequest } from '@contract/api';
import { useCatalogue } from '../../../backend/catalogue';
import { useRequestText } from '../text';

/** What was filed: the answers, by the questions they were given to, and what was written. */
export function Asked({ request: { category, answers, words } }: { request: ServiceRequest }) {
  const t = useRequestText();
  const entry = useCatalogue().data?.categories.find(({ code }) => code === category);
  const questions = entry?.kind === 'grid' ? entry.attributes : [];
  return (
    <>
      {questions.map(({ code, text, choices = [] }) => {
        const given = answers[code];
        if (given === undefined) return null;
        const said = [given].flat().map((one) => {
          const choice = choices.find(({ key }) => key === one);
          return choice ? t.of(choice.name) : String(one);
        });
        return (
          <View key={code} className="quiet">
            {t('request.answer', { question: t.of(text), answer: said.join(t('request.answer.and')) })}
          </View>
        );
      })}
      {words !== '' && <View>{words}</View>}
    </>
  );
}
