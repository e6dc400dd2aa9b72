import type { CapAlert, CapVersion } from '@contract/cap/alert';
import { readAlert, type XmlElement } from '@contract/cap/read';
import { capFaults } from '@contract/cap/rules';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { decodeXml, hasDoctype } from './decode';

/** What became of a file: an alert that conforms, or why it is none. */
export type CapReading = { signed: boolean } & (
  { ok: true; alert: CapAlert } | { ok: false; faults: string[] }
);

export interface CapReader {
  read(bytes: Uint8Array): Promise<CapReading>;
  close(): Promise<void>;
}

type Looked = { id: number; signed: boolean } & (
  { ok: true; version: CapVersion; root: XmlElement } | { ok: false; faults: string[] }
);

export const MOST_BYTES = 4 * 1024 * 1024;

/** A parser of CAP in a thread of its own, which is ended when a file takes it too long, and begun again. */
export function createCapReader({ timeoutMs = 5000, mostBytes = MOST_BYTES } = {}): CapReader {
  let worker: Worker | undefined;
  let last = 0;
  /** One file after the other: which of them takes too long is then known. */
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
    worker.unref();
    return worker;
  }

  async function ended(): Promise<void> {
    const was = worker;
    worker = undefined;
    await was?.terminate();
  }

  async function looked(text: string): Promise<Looked> {
    const thread = begun();
    const id = (last += 1);
    const answer = await new Promise<Looked | string>((resolve) => {
      // Keeps the process while somebody waits; the thread itself does not.
      const late = setTimeout(() => resolve(`not read within ${timeoutMs / 1000} s`), timeoutMs);
      const settle = (value: Looked | string): void => {
        clearTimeout(late);
        thread.off('message', heard).off('exit', gone);
        resolve(value);
      };
      const heard = (message: Looked): void => {
        if (message.id === id) settle(message);
      };
      const gone = (): void => settle('the parser gave up');
      thread.on('message', heard).on('exit', gone);
      thread.postMessage({ id, text });
    });
    if (typeof answer !== 'string') return answer;
    await ended();
    return { id, ok: false, signed: false, faults: [answer] };
  }

  return {
    async read(bytes) {
      if (bytes.length > mostBytes) return refused(`longer than ${mostBytes} bytes`);
      const text = decodeXml(bytes);
      if (!text.ok) return refused(text.failure);
      if (hasDoctype(text.value)) return refused('a DOCTYPE is not read');
      const mine = turn.then(() => looked(text.value));
      turn = mine.catch(() => undefined);
      const found = await mine;
      if (!found.ok) return { ok: false, signed: found.signed, faults: found.faults };
      const alert = readAlert(found.version, found.root);
      const faults = capFaults(alert);
      return faults.length > 0
        ? { ok: false, signed: found.signed, faults }
        : { ok: true, signed: found.signed, alert };
    },
    async close() {
      await turn;
      await ended();
    },
  };
}

const refused = (fault: string): CapReading => ({ ok: false, signed: false, faults: [fault] });
