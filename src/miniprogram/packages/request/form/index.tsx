import { Text, View } from '@tarojs/components';
import type { Me } from '@contract/api';
import type { Answers } from '@contract/service-request/category';
import { checkAnswers } from '@contract/service-request/category';
import type { WorkingLimit } from '@contract/working-time/reckon';
import Taro, { useRouter } from '@tarojs/taro';
import dayjs from 'dayjs';
import { useRef } from 'react';
import { type GridCategory, useCatalogue } from '../../../backend/catalogue';
import { useKeeping } from '../../../backend/keeping';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { type RequestSpeech, useRequestText } from '../text';
import { open } from '../../../paths';
import type { DraftPlace } from '../drafts';
import { useDraft } from './draft';
import { Photos } from '../../../components/photos';
import { VoiceRecorder } from '../../../components/voice-recorder';
import '../../../look/voice.scss';
import { PlaceField } from './place';
import { PublicBefore } from './public-before';
import { Question } from './question';
import { whenReady } from '../../../when-ready';

const limit = (of: WorkingLimit, t: RequestSpeech): string =>
  'hours' in of ? t('request.hours', { count: of.hours }) : t('request.days', { count: of.days });

/** Where it is unless said otherwise: my home grid. */
function homePlace(me: Me | undefined, t: RequestSpeech): DraftPlace | undefined {
  const home = me?.home;
  if (!home) return undefined;
  return {
    text: t('request.place.home'),
    grid: home.node,
    gridName: home.path[home.path.length - 1]?.name ?? '',
  };
}

function placeOf(place: DraftPlace | undefined, note: string) {
  const said = note.trim() === '' ? {} : { note: note.trim() };
  if (!place) return said;
  return {
    ...said,
    grid: place.grid,
    ...(place.addressId ? { addressId: place.addressId } : {}),
    ...(place.point ? { point: place.point } : {}),
  };
}

function Form({ category, version }: { category: GridCategory; version: string }) {
  const t = useRequestText();
  const { outbox } = usePhone();
  const { draft: asked } = useRouter().params;
  const { draft, change, begunBefore, beginAnother, forget } = useDraft(category.code, asked);
  const submitting = useRef(false);
  const me = useMe().data;
  const keeping = useKeeping();
  if (!draft) return null;
  const place = draft.place ?? homePlace(me, t);
  const asksPlace = category.place === 'required';
  const missing = checkAnswers(category, draft.answers).length + (asksPlace && !place ? 1 : 0);
  const answer = (code: string, value: Answers[string] | undefined): void => {
    const { [code]: _, ...rest } = draft.answers;
    change({ answers: value === undefined ? rest : { ...rest, [code]: value } });
  };
  const submit = async (): Promise<void> => {
    // Two taps are one filing.
    if (submitting.current) return;
    submitting.current = true;
    await outbox.add({
      endpoint: 'POST /v1/service-requests',
      label: t.of(category.name),
      photos: draft.photos,
      voice: draft.voice?.file,
      body: {
        category: category.code,
        catalogueVersion: version,
        answers: draft.answers as Record<string, string | number | string[]>,
        ...(draft.words.trim() === '' ? {} : { words: draft.words.trim() }),
        ...(!asksPlace ? {} : { place: placeOf(place, draft.note) }),
      },
    });
    // From here on the outbox holds it.
    await forget();
    void outbox.flush();
    await Taro.redirectTo({ url: open.requests });
  };
  const limits = t('request.limits', {
    accept: limit(category.accept, t),
    resolve: limit(category.resolve, t),
  });
  return (
    <Page title={t.of(category.name)} foot>
      <View className="card">
        {draft.keptAt && keeping && (
          <View className="caption figures kept">
            {t('request.draft-kept', { time: dayjs(draft.keptAt).format('HH:mm') })}
          </View>
        )}
        {begunBefore && <Button kind="link" small text={t('request.draft.another')} onTap={beginAnother} />}
        {category.attributes.map((attribute) => (
          <Question
            key={attribute.code}
            attribute={attribute}
            answer={draft.answers[attribute.code]}
            onAnswer={(value) => answer(attribute.code, value)}
          />
        ))}
      </View>
      <View className="card">
        {category.photoHint && <View className="caption">{t.of(category.photoHint)}</View>}
        {category.photos > 0 && (
          <Photos photos={draft.photos} most={category.photos} onChange={(photos) => change({ photos })} />
        )}
        <View className="asked">
          <Text>{t('request.write-or-speak')}</Text>
          <Text className="caption">{t('request.words.optional')}</Text>
        </View>
        <Field
          label={t('request.words')}
          hideLabel
          hint={t('request.words.hint')}
          long
          maxLength={4000}
          value={draft.words}
          onChange={(words) => change({ words })}
        />
        <VoiceRecorder
          voice={draft.voice}
          onChange={(voice) => change({ voice })}
          onWords={(heard) => change(({ words }) => ({ words: [words, heard].filter(Boolean).join('\n') }))}
        />
      </View>
      {asksPlace && (
        <PlaceField
          place={place}
          note={draft.note}
          onPlace={(place) => change({ place })}
          onNote={(note) => change({ note })}
        />
      )}
      <PublicBefore category={category} />
      <View className="section caption">{t('request.source', { title: t.of(category.source.title) })}</View>
      {category.handledBy && (
        <View className="card">
          <View>{t('request.outside', { name: t.of(category.handledBy.name) })}</View>
          <View className="quiet">
            {t(category.handledBy.publishes ? 'request.outside.published' : 'request.outside.told')}
          </View>
        </View>
      )}
      <Foot said={missing > 0 ? t('request.missing', { count: missing }) : limits}>
        <Button text={t('request.submit')} disabled={missing > 0} onTap={() => void submit()} />
      </Foot>
    </Page>
  );
}

/** The questions of one category, photos, place; limits are told before sending. Works without a network. */
function FormPage() {
  const { category: code } = useRouter().params;
  const catalogue = useCatalogue();
  return (
    <Loaded read={catalogue}>
      {({ categories, version }) => {
        const category = categories.find((other) => other.code === code);
        return category?.kind === 'grid' ? <Form category={category} version={version} /> : null;
      }}
    </Loaded>
  );
}

export default whenReady(FormPage);
