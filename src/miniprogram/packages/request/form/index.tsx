import { Text, View } from '@tarojs/components';
import type { Me } from '@contract/api';
import type { Answers } from '@contract/service-request/category';
import { atLevel } from '@contract/region/code';
import { checkAnswers } from '@contract/service-request/category';
import { standsForWords } from '@contract/service-request/voice';
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
import type { DraftPlace, ForWhom } from '../drafts';
import { AnonymousField } from './anonymous';
import { useDraft } from './draft';
import { ForWhomField } from './for-whom';
import { JoinInstead, useNear } from './join';
import { Photos } from '../../../components/photos';
import { VoiceRecorder } from '../../../components/voice-recorder';
import '../../../look/voice.scss';
import { PlaceField } from './place';
import { Danger } from '../danger';
import { PublicBefore } from './public-before';
import { Question } from './question';
import { whenReady } from '../../../when-ready';

/** As the server takes it. */
const isNumber = (said: string): boolean => /^\+?[0-9][0-9 -]{4,17}[0-9]$/.test(said);

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

/** Whose place it is unless said otherwise: my home grid, or that of the family it is for; a neighbour's is named. */
function usualPlace(me: Me | undefined, { personId, who, behalf }: ForWhom, t: RequestSpeech) {
  if (behalf) return undefined;
  if (personId === undefined) return homePlace(me, t);
  return { text: t('filing.at-home', { who: who ?? '' }), grid: '', gridName: t('filing.at-home.about') };
}

/** The grid or community the team serves: what it finds there, and whom it meets, is around it. */
const served = (me: Me | undefined): string | undefined =>
  me?.grants.find(({ role, node }) => role !== 'checkpoint' && atLevel(node, 'community') !== undefined)
    ?.node;

/** As the server takes it. */
function whoseOf({ personId, behalf, called }: ForWhom) {
  if (behalf) return { behalf: { kind: behalf, ...(called?.trim() ? { called: called.trim() } : {}) } };
  return personId === undefined ? {} : { personId };
}

function placeOf(place: DraftPlace | undefined, note: string) {
  const said = note.trim() === '' ? {} : { note: note.trim() };
  if (!place) return said;
  return {
    ...said,
    ...(place.grid === '' ? { atHome: true as const } : { grid: place.grid }),
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
  const near = useNear(category, draft?.place);
  if (!draft) return null;
  const forWhom = draft.forWhom ?? {};
  const anonymous = category.anonymous && draft.anonymous === true && forWhom.behalf === undefined;
  const place = draft.place ?? usualPlace(me, forWhom, t);
  const serves = me?.grants.some(({ role }) => role !== 'checkpoint') ?? false;
  const around = forWhom.behalf === undefined ? undefined : served(me);
  const asksPlace = category.place === 'required' || forWhom.behalf !== undefined;
  const maySpeak = standsForWords({ anonymous, handledBy: category.handledBy });
  const spoken = maySpeak && draft.voice !== undefined;
  const callback = draft.callback?.trim() ?? '';
  const lacksNumber = category.callback === true && !isNumber(callback);
  const unanswered = checkAnswers(category, draft.answers, { spoken }).length;
  const missing = unanswered + (asksPlace && !place ? 1 : 0) + (lacksNumber ? 1 : 0);
  const others = anonymous ? [] : (near ?? []);
  const answer = (code: string, value: Answers[string] | undefined): void => {
    const { [code]: _, ...rest } = draft.answers;
    change({ answers: value === undefined ? rest : { ...rest, [code]: value } });
  };
  // The place is that of whom it is for: it is asked anew with them.
  const changeWhom = (next: ForWhom): void => {
    const same = next.personId === forWhom.personId && next.behalf === forWhom.behalf;
    change({ forWhom: next, ...(same ? {} : { place: undefined }) });
  };
  const submit = async (): Promise<void> => {
    // Two taps are one filing.
    if (submitting.current) return;
    submitting.current = true;
    await outbox.add({
      endpoint: 'POST /v1/service-requests',
      label: t.of(category.name),
      photos: draft.photos,
      voice: anonymous ? undefined : draft.voice?.file,
      body: {
        ...whoseOf(forWhom),
        ...(anonymous ? { anonymous } : {}),
        category: category.code,
        catalogueVersion: version,
        answers: draft.answers as Record<string, string | number | string[]>,
        ...(draft.words.trim() === '' ? {} : { words: draft.words.trim() }),
        ...(category.callback ? { callback } : {}),
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
      {category.scope === 'private' && <View className="section caption">{t('filing.seen.private')}</View>}
      {category.near && !anonymous && <View className="section caption">{t('filing.seen.near')}</View>}
      {category.danger && (
        <View className="card">
          <Danger danger={category.danger} />
        </View>
      )}
      {category.callback && (
        <View className="card">
          <Field
            label={t('call.number')}
            hint={t('call.number.hint')}
            maxLength={20}
            value={draft.callback ?? ''}
            onChange={(callback) => change({ callback })}
          />
          <View className="caption">{t('call.number.about')}</View>
        </View>
      )}
      <View className="card">
        {draft.keptAt && keeping && (
          <View className="caption figures kept">
            {t('request.draft-kept', { time: dayjs(draft.keptAt).format('HH:mm') })}
          </View>
        )}
        {begunBefore && <Button kind="link" small text={t('request.draft.another')} onTap={beginAnother} />}
        {(category.scope === 'private' || serves) && <ForWhomField value={forWhom} onChange={changeWhom} />}
        {category.attributes.map((attribute) => (
          <Question
            key={attribute.code}
            attribute={attribute}
            answer={draft.answers[attribute.code]}
            maySpeak={maySpeak}
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
        {!anonymous && (
          <VoiceRecorder
            voice={draft.voice}
            onChange={(voice) => change({ voice })}
            onWords={(heard) => change(({ words }) => ({ words: [words, heard].filter(Boolean).join('\n') }))}
          />
        )}
      </View>
      {asksPlace && (
        <PlaceField
          place={place}
          note={draft.note}
          around={around}
          onPlace={(place) => change({ place })}
          onNote={(note) => change({ note })}
        />
      )}
      {!anonymous && <PublicBefore category={category} />}
      {category.anonymous && forWhom.behalf === undefined && (
        <AnonymousField value={anonymous} onChange={(anonymous) => change({ anonymous })} />
      )}
      {others.length > 0 && <JoinInstead near={others} />}
      <View className="section caption">{t('request.source', { title: t.of(category.source.title) })}</View>
      {category.handledBy && !(anonymous && category.handledBy.publishes) && (
        <View className="card">
          <View>{t('request.outside', { name: t.of(category.handledBy.name) })}</View>
          <View className="quiet">
            {t(category.handledBy.publishes ? 'request.outside.published' : 'request.outside.told')}
          </View>
        </View>
      )}
      <Foot said={missing > 0 ? t('request.missing', { count: missing }) : limits}>
        <Button
          text={others.length > 0 ? t('filing.near.other') : t('request.submit')}
          disabled={missing > 0}
          onTap={() => void submit()}
        />
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
