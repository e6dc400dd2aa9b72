import { View } from '@tarojs/components';
import type { ProposalView } from '@contract/api';
import { factKind } from '@contract/health-rules/fact-kinds';
import { useState } from 'react';
import { usePhone } from '../../../backend/phone-context';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { useAct } from '../parts/act';
import type { PersonInHand } from '../parts/person-in-hand';
import { Refused } from '../parts/refused';
import { DayChips } from './day-chips';
import { type Draft, enteredFact, nothingTyped, officialKinds } from './draft';
import { FieldInput } from './field-input';
import { useFactText } from './text';

/** What is known, since when, who says so, and why it is entered; what becomes of it is said before it is sent. */
export function FactForm({ person, onSent }: { person: PersonInHand; onSent(proposal: ProposalView): void }) {
  const t = useFactText();
  const { client, code, queries } = usePhone();
  const [draft, setDraft] = useState(nothingTyped);
  const { busy, failed, run } = useAct();
  const { onceFor } = useKey();
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }));
  const kind = factKind(draft.kind ?? '');
  const dayAsked = kind?.lastDay ? t.of(kind.lastDay) : t('desk.fact.since');
  const entered = enteredFact(draft, code.clock.now());
  const send = (): Promise<void> =>
    run(async () => {
      if (!entered) return;
      const { fact, reason } = entered;
      // As it was when it was first pressed.
      const once = await onceFor([person.id, draft], () => ({
        act: { kind: 'fact' as const, personId: person.id, fact },
        reason,
      }));
      onSent(await client.call('POST /v1/proposals', once));
      await queries.invalidateQueries();
    });
  return (
    <>
      <View className="headline">{person.maskedName}</View>
      <View className="card">
        <View className="asked">{t('desk.fact.kind')}</View>
        <Chips
          label={t('desk.fact.kind')}
          chosen={draft.kind ? [draft.kind] : []}
          options={officialKinds.map((one) => ({ key: one.kind, text: t.of(one.title) }))}
          onChange={([chosen]) => change({ kind: chosen, values: {} })}
        />
      </View>
      {kind && (
        <View className="card" key={kind.kind}>
          <View className="asked">{dayAsked}</View>
          <DayChips label={dayAsked} chosen={draft.on} onChange={(on) => change({ on })} />
          {Object.entries(kind.fields).map(([name, field]) => (
            <FieldInput
              key={name}
              field={field}
              value={draft.values[name]}
              onChange={(value) => change({ values: { ...draft.values, [name]: value } })}
            />
          ))}
        </View>
      )}
      <View className="card">
        <Field
          label={t('desk.fact.from.zh')}
          hint={t('desk.fact.from.hint')}
          maxLength={100}
          value={draft.zh}
          onChange={(zh) => change({ zh })}
        />
        <Field
          label={t('desk.fact.from.en')}
          maxLength={200}
          value={draft.en}
          onChange={(en) => change({ en })}
        />
        <Field
          long
          label={t('desk.fact.reason')}
          hint={t('desk.fact.reason.hint')}
          maxLength={500}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      </View>
      <Foot said={failed ? <Refused failed={failed} /> : kind && t(`desk.fact.${kind.direction}`)}>
        <Button text={t('desk.fact.send')} disabled={busy || !entered} onTap={() => void send()} />
      </Foot>
    </>
  );
}
