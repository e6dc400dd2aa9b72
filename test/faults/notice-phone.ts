import WebSocket from 'ws';
import type { Notice } from '../../src/contract/api';
import { type Connect, goLive } from '../../src/miniprogram/backend/live';

export interface NoticePhone {
  name: string;
  /** Cursors of which the socket told, as often as it did. */
  told: number[];
  /** Cards, as last read whole. */
  cards: ReadonlyMap<string, Notice>;
  /** Every event that ever stood on it. */
  everShown: ReadonlySet<string>;
  /** What was on it and should not have been: a sentence each. */
  wrong: string[];
  /** Reads everything once more, however often it takes. */
  settle(): Promise<void>;
  stop(): void;
}

export type Call = <T>(method: string, path: string, token: string) => Promise<T>;

const connect: Connect = (url, on) => {
  const socket = new WebSocket(url);
  socket.on('open', on.open);
  socket.on('message', (data: Buffer) => on.message(data.toString('utf8')));
  socket.on('close', on.closed);
  // How it ends is told by its close.
  socket.on('error', () => undefined);
  return { send: (text) => socket.send(text), close: () => socket.terminate() };
};

/** Everything on the board, page after page. */
async function readAll(call: Call, token: string): Promise<{ cards: Notice[]; cursor: number }> {
  const cards = new Map<string, Notice>();
  let before = '';
  let cursor: number | undefined;
  for (;;) {
    const page = await call<{ notices: Notice[]; more: boolean; cursor: number }>(
      'GET',
      `/v1/notices?limit=100${before}`,
      token,
    );
    cursor ??= page.cursor;
    for (const notice of page.notices) cards.set(notice.id, notice);
    const last = page.notices.at(-1);
    if (!last || !page.more) return { cards: [...cards.values()], cursor };
    before = `&before=${last.cursor}`;
  }
}

/**
 * A phone with the app open: its own socket, which resumes by cursor, and the board, read whole whenever the app is
 * welcomed or told of something.
 * @param cancelled events of which somebody knows by now that they are cancelled
 */
export async function startNoticePhone(
  name: string,
  address: string,
  token: string,
  call: Call,
  cancelled: () => ReadonlySet<string>,
): Promise<NoticePhone> {
  const told: number[] = [];
  const wrong: string[] = [];
  const everShown = new Set<string>();
  let cards: ReadonlyMap<string, Notice> = new Map();

  /** @returns whether it could be read */
  async function read(): Promise<boolean> {
    const before = new Set(cancelled());
    try {
      const read = await readAll(call, token);
      cards = new Map(read.cards.map((notice) => [notice.id, notice]));
    } catch {
      return false;
    }
    for (const [id, { msgType }] of cards) {
      everShown.add(id);
      if (before.has(id) && msgType !== 'Cancel') wrong.push(`${name}: ${id} valid after it was cancelled`);
    }
    return true;
  }

  const { cursor } = await readAll(call, token);
  const live = goLive({
    connect,
    url: `${address.replace('http', 'ws')}/v1/live`,
    token: () => token,
    onReady: () => void read(),
    onMessage(message) {
      if (message.type !== 'notice') return;
      told.push(message.cursor);
      void read();
    },
    // Back within a moment: a twentieth of what phones wait.
    random: () => -0.45,
  });
  live.seen(cursor);
  return {
    name,
    told,
    get cards() {
      return cards;
    },
    everShown,
    wrong,
    async settle() {
      while (!live.connected() || !(await read())) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    stop: live.stop,
  };
}
