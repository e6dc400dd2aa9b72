import type { FromPhone, FromServer } from '@contract/api/live';

export interface Socket {
  send(text: string): void;
  close(): void;
}
export type Connect = (
  url: string,
  on: { open(): void; message(text: string): void; closed(): void },
) => Socket;

export interface Live {
  /** False while the socket is down: pages then poll. */
  connected(): boolean;
  /** Notices were read up to here: after a break nothing before it is told again. */
  seen(cursor: number): void;
  stop(): void;
}

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

/**
 * Hears what changed, while the app is open. A broken socket is tried again, ever more slowly and never all phones
 * at once. What was missed meanwhile is caught by `onReady`, which reads everything anew; of notices, the server tells
 * those that came after the last one heard of.
 */
export function goLive(deps: {
  connect: Connect;
  url: string;
  token: () => string | undefined;
  onReady: () => void;
  onMessage: (message: FromServer) => void;
  random?: () => number;
}): Live {
  const random = deps.random ?? Math.random;
  let socket: Socket | undefined;
  let ready = false;
  let stopped = false;
  let waitMs = firstWaitMs;
  let after: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const seen = (cursor: number): void => {
    after = Math.max(cursor, after ?? 0);
  };
  const hear = (message: FromServer): void => {
    if (message.type === 'refused') return;
    if (message.type === 'notice') seen(message.cursor);
    if (message.type !== 'ready') return deps.onMessage(message);
    ready = true;
    waitMs = firstWaitMs;
    deps.onReady();
  };
  const open = (): void => {
    const token = deps.token();
    if (stopped || !token) return;
    const hello: FromPhone = { type: 'hello', token, ...(after === undefined ? {} : { after }) };
    socket = deps.connect(deps.url, {
      open: () => socket?.send(JSON.stringify(hello)),
      message: (text) => hear(JSON.parse(text) as FromServer),
      closed: again,
    });
  };
  function again(): void {
    ready = false;
    socket = undefined;
    if (stopped || timer) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        open();
      },
      waitMs * (0.5 + random()),
    );
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
  open();
  return {
    connected: () => ready,
    seen,
    stop() {
      stopped = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
