import type { FromServer } from '@contract/api/live';
import type { Reader } from '@contract/notice/audience';
import type { WebSocket } from '@fastify/websocket';
import type { OpenSession } from '../ports/store';

/** Close codes of RFC 6455 §7.4.1. */
export const closing = { refused: 1008, readAfresh: 1012 } as const;

/** A phone that takes in nothing while this much waits for it is gone, whatever its connection says. */
const maxWaitingBytes = 64 * 1024;

/** A message already written out: many phones get the same. */
export type Frame = Buffer;

export const frameOf = (message: FromServer): Frame => Buffer.from(JSON.stringify(message));

/** A phone's open socket, after its hello. */
export class LiveSocket {
  private alive = true;
  /** The last notice it was told of. */
  private cursor = -1;
  /** What comes while it is still told what it missed. */
  private held: { cursor: number; frame: Frame }[] | undefined = [];

  constructor(
    private readonly socket: WebSocket,
    readonly token: string,
    public session: OpenSession,
    /** Everywhere they are reached. */
    public readers: readonly Reader[],
  ) {
    socket.on('pong', () => {
      this.alive = true;
    });
  }

  send(frame: Frame): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > maxWaitingBytes) this.socket.terminate();
    else this.socket.send(frame, { binary: false });
  }

  /** Each once, in the order of their cursors; held until the phone has caught up. */
  notice(cursor: number, frame: Frame): void {
    if (this.held) {
      this.held.push({ cursor, frame });
      return;
    }
    if (cursor <= this.cursor) return;
    this.cursor = cursor;
    this.send(frame);
  }

  /**
   * Welcomes it and tells what it missed, then what came meanwhile.
   * @param after the last it had, or reads by itself
   */
  welcome(missed: readonly { eventId: string; seq: number }[], after: number): void {
    const held = this.held ?? [];
    this.held = undefined;
    this.cursor = after;
    this.send(frameOf({ type: 'ready' }));
    for (const { eventId, seq } of missed)
      this.notice(seq, frameOf({ type: 'notice', id: eventId, cursor: seq }));
    for (const { cursor, frame } of held) this.notice(cursor, frame);
  }

  /** Asks for a sign of life; ends the socket where the last was not given. */
  ping(): void {
    if (!this.alive) return this.socket.terminate();
    this.alive = false;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }

  close(code: number): void {
    this.socket.close(code);
  }
}
