import { phrasesFor } from '@contract/service-request/phrases';
import { View } from '@tarojs/components';
import { useCatalogue } from '../../../backend/catalogue';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Tap } from '../../../components/tap';
import { useRequestText } from '../text';

/** What is often said: one's own first, then the usual ones for such a matter. A tap puts it among the words. */
export function Phrases({
  category,
  words,
  onChoose,
}: {
  category: string;
  words: string;
  onChoose(phrase: string): void;
}) {
  const t = useRequestText();
  const { client } = usePhone();
  const own = useRead('GET /v1/phrases', {});
  const group = useCatalogue().data?.categories.find(({ code }) => code === category)?.group;
  const mine = own.data?.texts ?? [];
  const usual = phrasesFor(group)
    .map((phrase) => t.of(phrase))
    .filter((phrase) => !mine.includes(phrase));
  const said = words.trim();
  const keep = async (): Promise<void> => {
    await client.call('PUT /v1/phrases', { body: { texts: [...mine, said].slice(-30) } });
    await own.refetch();
  };
  return (
    <View className="chips" aria-label={t('request.phrases')}>
      {[...mine, ...usual].map((phrase) => (
        <Tap key={phrase} className="chip" onTap={() => onChoose(phrase)}>
          {phrase}
        </Tap>
      ))}
      {own.data && said !== '' && said.length <= 200 && !mine.includes(said) && !usual.includes(said) && (
        <Button kind="link" small text={t('request.phrases.keep')} onTap={() => void keep()} />
      )}
    </View>
  );
}
