import { useEffect, useState } from 'react';
import { createGateCounts, type GateCounts } from '../../backend/gate-counts';
import { createGateLists, type GateLists } from '../../backend/gate-lists';
import type { Phone } from '../../backend/phone';
import { usePhone } from '../../backend/phone-context';
import { platform } from '../../platform';
import { toldBy } from './answered';
import { createJudge } from './judge';
import { createDisplay, type Display } from './shown';

/** This phone as a gate. */
export interface Gate {
  /** Server time as last measured, epoch milliseconds. */
  now(): number;
  lists: GateLists;
  counts: GateCounts;
  display: Display;
  /** Judges, counts and shows. */
  scan(code: string, dutyId: string): void;
  /** Asks the server about what this phone cannot check itself. Rejects as the client does. */
  askOnline(): Promise<void>;
}

async function openGate({ client, code }: Phone): Promise<Gate> {
  const { storage, random, elapsed } = platform;
  const { now } = code.clock;
  const lists = await createGateLists({ client, storage, now, random });
  const counts = await createGateCounts({ client, storage, now });
  const display = createDisplay(platform.now);
  const judge = createJudge(lists, elapsed);
  return {
    now,
    lists,
    counts,
    display,
    scan(code, dutyId) {
      const verdict = judge(code);
      display.show(verdict, code);
      void counts.add(dutyId, verdict.result);
      // So that it is done by the time the guard scans again.
      if (verdict.act === 'connect-to-update' || verdict.act === 'check-own-clock')
        lists.update().catch(() => undefined);
    },
    async askOnline() {
      const asked = display.current();
      if (!asked) return;
      const answer = await client.call('POST /v1/health-codes/verify', { body: { code: asked.code } });
      // Meanwhile it may be gone, or another person's.
      if (display.current() === asked) display.show(toldBy(answer), asked.code);
    },
  };
}

const gates = new WeakMap<Phone, Promise<Gate>>();

/** Undefined for the moment in which it reads what the phone keeps. */
export function useGate(): Gate | undefined {
  const phone = usePhone();
  const [gate, setGate] = useState<Gate>();
  useEffect(() => {
    const opening = gates.get(phone) ?? openGate(phone);
    gates.set(phone, opening);
    void opening.then(setGate);
  }, [phone]);
  return gate;
}
