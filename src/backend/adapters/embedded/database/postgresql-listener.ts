import { Client, type ClientConfig } from 'pg';
import { messageOf } from './errors';
import type { Log } from './log';

interface Listening {
  channel: string;
  heard: (payload: string) => void;
  missed: () => void;
}

/**
 * Listens on a connection of its own, made when first needed. When it breaks it is made anew, and everyone
 * is told that something may have been missed.
 */
export class PostgresListener {
  private readonly all = new Set<Listening>();
  private client: Promise<Client> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;

  constructor(
    private readonly address: ClientConfig,
    private readonly log: Log,
  ) {}

  async listen(
    channel: string,
    heard: (payload: string) => void,
    missed: () => void,
  ): Promise<() => Promise<void>> {
    const listening = { channel, heard, missed };
    this.all.add(listening);
    this.client ??= this.connect();
    const client = await this.client;
    await client.query(`listen ${channel}`);
    return () => {
      this.all.delete(listening);
      return Promise.resolve();
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = await this.client?.catch(() => undefined);
    await client?.end();
  }

  private async connect(): Promise<Client> {
    const client = new Client(this.address);
    client.on('notification', ({ channel, payload }) => {
      for (const each of this.all) if (each.channel === channel) each.heard(payload ?? '');
    });
    let open = false;
    const lost = (reason: string) => {
      if (!open) return;
      open = false;
      if (!this.closed) this.reconnect(reason);
    };
    client.on('error', (error) => lost(error.message));
    client.on('end', () => lost('connection ended'));
    await client.connect();
    open = true;
    for (const channel of new Set([...this.all].map((each) => each.channel))) {
      await client.query(`listen ${channel}`);
    }
    return client;
  }

  private reconnect(reason: string): void {
    const wait = Math.min(10_000, 250 * 2 ** this.failures++);
    this.log.warn({ reason, wait }, 'lost the connection for notifications');
    this.retry = setTimeout(() => {
      const again = this.connect();
      this.client = again;
      again.then(
        () => {
          this.failures = 0;
          for (const each of this.all) each.missed();
        },
        (error: unknown) => {
          if (!this.closed) this.reconnect(messageOf(error));
        },
      );
    }, wait);
    this.retry.unref();
  }
}
