import type { Duty } from '@contract/api';
import { useEffect } from 'react';
import { useRead } from '../../backend/queries';
import { usePhone } from '../../backend/phone-context';
import type { Gate } from './gate';
import { useNow } from './use-now';

/** Where sockets are blocked, the phone asks this often whether an officer ended the duty. */
const pollMs = 60_000;

/** The duty of now. It ends by itself, with or without a network, by the server's clock. */
export function useDuty(gate: Gate | undefined) {
  const { live } = usePhone();
  const read = useRead(
    'GET /v1/checkpoint-duties',
    {},
    { refetchInterval: live()?.connected() ? false : pollMs },
  );
  useNow(1000);
  const runs = ({ endsAt }: Duty): boolean => gate !== undefined && Date.parse(endsAt) > gate.now();
  return { read, duty: read.data?.find(runs) };
}

/** While the page is open: lists fresh, counts sent. */
export function useGateRound(gate: Gate | undefined, duty: Duty | undefined): void {
  const dutyId = duty?.id;
  useEffect(() => gate?.lists.follow(), [gate]);
  useEffect(() => {
    if (!gate) return undefined;
    const send = (): void => void gate.counts.send(dutyId ? [dutyId] : []);
    send();
    return gate.lists.subscribe(send);
  }, [gate, dutyId]);
}
