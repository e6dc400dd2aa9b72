import type { CapVersion } from '@contract/cap/alert';
import { readFeed, type FeedElement } from '@contract/cap/feed';
import { readAlert, type XmlElement } from '@contract/cap/read';
import { capFaults } from '@contract/cap/rules';
import { fail, ok, type Result } from '@contract/result';
import type { CapReader, CapReading } from '../../ports/cap-reader';
import { decodeXml, hasDoctype } from './decode';
import { createParserThread } from './thread';

export const MOST_BYTES = 4 * 1024 * 1024;
/** As many as anybody reads; the schema's are as few. */
const MOST_FAULTS = 20;

/** Reads what others send as CAP, in a thread of its own, which ends with `close`. */
export function createCapReader({ timeoutMs = 5000, mostBytes = MOST_BYTES } = {}): CapReader & {
  close(): Promise<void>;
} {
  const thread = createParserThread(timeoutMs);

  /** What a parser may see. */
  function textOf(bytes: Uint8Array): Result<string, string> {
    if (bytes.length > mostBytes) return fail(`longer than ${mostBytes} bytes`);
    const text = decodeXml(bytes);
    return text.ok && hasDoctype(text.value) ? fail('a DOCTYPE is not read') : text;
  }

  return {
    async alert(bytes): Promise<CapReading> {
      const text = textOf(bytes);
      if (!text.ok) return { ok: false, signed: false, faults: [text.failure] };
      const found = await thread.look<{ signed: boolean; version: CapVersion; root: XmlElement }>({
        as: 'alert',
        text: text.value,
      });
      const { signed } = found;
      if (!found.ok) return { ok: false, signed, faults: found.faults };
      const alert = readAlert(found.version, found.root);
      const faults = capFaults(alert).slice(0, MOST_FAULTS);
      return faults.length > 0 ? { ok: false, signed, faults } : { ok: true, signed, alert };
    },
    async feed(bytes) {
      const text = textOf(bytes);
      if (!text.ok) return fail(text.failure);
      const found = await thread.look<{ root: FeedElement }>({ as: 'feed', text: text.value });
      if (!found.ok) return fail(found.faults.join('; '));
      const entries = readFeed(found.root);
      return entries ? ok(entries) : fail(`neither Atom nor RSS, but ${found.root.name}`);
    },
    close: () => thread.close(),
  };
}
