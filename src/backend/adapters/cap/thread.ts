import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export type Refused = { ok: false; signed: boolean; faults: string[] };

/** What `parser.mjs` is asked; it answers in kind, under the same id. */
interface Asked {
  as: 'alert' | 'feed';
  text: string;
}

/** The parser, which looks at one text after the other: which of them takes too long is then known. */
export interface ParserThread {
  look<T extends object>(asked: Asked): Promise<({ ok: true } & T) | Refused>;
  close(): Promise<void>;
}

/** Begun when it is first needed, ended when a text takes it too long, and begun again for the next. */
export function createParserThread(timeoutMs: number): ParserThread {
  let worker: Worker | undefined;
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();

  function begun(): Worker {
    worker ??= new Worker(join(__dirname, 'parser.mjs'), {
      execArgv: [],
      env: {},
      // Never written to; without it a thread would share what the process prints.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    }).on('error', () => undefined);
    // The thread itself keeps no process; who waits for it does.
    worker.unref();
    return worker;
  }

  async function ended(): Promise<void> {
    const was = worker;
    worker = undefined;
    await was?.terminate();
  }

  async function looked<T extends object>(asked: Asked): Promise<({ ok: true } & T) | Refused> {
    const thread = begun();
    const id = (last += 1);
    type Answer = { id: number } & (({ ok: true } & T) | Refused);
    const answer = await new Promise<Answer | string>((resolve) => {
      const late = setTimeout(() => settle(`not read within ${timeoutMs / 1000} s`), timeoutMs);
      const settle = (value: Answer | string): void => {
        clearTimeout(late);
        thread.off('message', heard).off('exit', gone);
        resolve(value);
      };
      const heard = (message: Answer): void => {
        if (message.id === id) settle(message);
      };
      const gone = (): void => settle('the parser gave up');
      thread.on('message', heard).on('exit', gone);
      thread.postMessage({ id, ...asked });
    });
    if (typeof answer !== 'string') return answer;
    await ended();
    return { ok: false, signed: false, faults: [answer] };
  }

  return {
    look<T extends object>(asked: Asked) {
      const mine = turn.then(() => looked<T>(asked));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      await ended();
    },
  };
}
