import type { FromServer } from '@contract/api/live';
import type { WebSocket } from '@fastify/websocket';
import type { OpenSession } from '../ports/store';

/** Close codes of RFC 6455 §7.4.1. */
export const closing = { refused: 1008, readAfresh: 1012 } as const;

/** A phone that takes in nothing while this much waits for it is gone, whatever its connection says. */
const maxWaitingBytes = 64 * 1024;

/** A phone's open socket, after its hello. */
export class LiveSocket {
  private alive = true;

  constructor(
    private readonly socket: WebSocket,
    readonly token: string,
    public session: OpenSession,
    /** Codes of the places they follow besides their home. */
    public followed: readonly string[],
  ) {
    socket.on('pong', () => {
      this.alive = true;
    });
  }

  /** @param frame a message already written out, since many phones get the same */
  send(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > maxWaitingBytes) this.socket.terminate();
    else this.socket.send(frame);
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

export const frameOf = (message: FromServer): string => JSON.stringify(message);
