import { View } from '@tarojs/components';
import type { RequestSummary } from '@contract/api';
import { usePhone } from '../../../backend/phone-context';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { jobWords, urgencyOf } from '../../../due';
import { useDueText } from '../../../use-due-text';
import { when } from '../../../when';
import { type DeskSpeech, useDeskText } from '../text';

const marks = { over: 'shape-urgent', near: 'shape-warn', standing: undefined, ahead: undefined } as const;

/** Until when, and for what: in words, with a shape where it presses. */
function Due({ request: { due, escalatedTo, urged }, now }: { request: RequestSummary; now: number }) {
  const t = useDueText();
  const desk = useDeskText();
  if (!due) return null;
  const urgency = urgencyOf(due, now);
  const mark = marks[urgency];
  const { head, beneath } = jobWords(due, t, now);
  return (
    <View className={`due ${urgency}`}>
      <View className="head figures">
        {mark && <Icon name={mark} />}
        {head}
      </View>
      <View className="caption">{beneath}</View>
      {escalatedTo && <View className="caption">{t('due.escalated', { place: escalatedTo })}</View>}
      {urged > 0 && <View className="caption figures">{desk('desk.urged', { count: urged })}</View>}
    </View>
  );
}

/** Who has it; and who stands in, where they are away. */
export const ownerWords = (
  { ownerMaskedName: name, standInMaskedName: standIn }: RequestSummary,
  t: DeskSpeech,
): string => (name === null ? t('desk.nobody') : standIn ? t('desk.stand-in', { name, standIn }) : name);

interface Props {
  request: RequestSummary;
  now: number;
  /** Being looked at beside the queue. */
  open: boolean;
  /** Several are being chosen: whether this is one of them. */
  chosen?: boolean | undefined;
  onOpen(): void;
  onChoose(): void;
}

/** One matter of the queue, with its next act. */
export function Job({ request, now, open, chosen, onOpen, onChoose }: Props) {
  const t = useDeskText();
  const { outbox } = usePhone();
  const what = t.of(request.categoryName);
  const accept = async (): Promise<void> => {
    await outbox.add({
      endpoint: 'POST /v1/service-requests/:id/events',
      params: { id: request.id },
      label: `${t('act.accept')} · ${what}`,
      photos: [],
      body: { event: 'accept', version: request.version },
    });
    void outbox.flush();
  };
  const act = request.state === 'submitted' ? t('act.accept') : t('act.reply');
  return (
    <View className={`job ${open ? 'looked-at' : ''}`}>
      {chosen !== undefined && (
        <Tap
          className={`choose ${chosen ? 'chosen' : ''}`}
          role="checkbox"
          chosen={chosen}
          label={t('desk.batch.choose', { what, number: request.number })}
          onTap={onChoose}
        >
          {chosen && <Icon name="check" />}
        </Tap>
      )}
      <Due request={request} now={now} />
      <Tap className="words" role="link" onTap={onOpen}>
        <View className="what">{what}</View>
        <View className="quiet">{[request.placeText, request.words].filter(Boolean).join(' · ')}</View>
        <View className="caption figures">
          {when(request.createdAt, t)} · {t(`state.${request.state}`)} · {ownerWords(request, t)}
        </View>
        {request.joined && (
          <View className="caption figures">{t('joined.waiting', { count: request.joined })}</View>
        )}
      </Tap>
      {chosen === undefined && (
        <Button
          kind="tint"
          small
          text={act}
          label={`${act} ${what} ${request.number}`}
          onTap={() => (request.state === 'submitted' ? void accept() : onOpen())}
        />
      )}
    </View>
  );
}
