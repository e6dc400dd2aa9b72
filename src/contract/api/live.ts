/**
 * Messages of the socket at `GET /v1/live`. The first message of the phone is `hello`; a socket without one
 * within five seconds is closed. Messages carry ids only: what they are about is read through the API.
 */
export type FromPhone = {
  type: 'hello';
  token: string;
  /** The last cursor this phone has of notices: those after it that are for it are told right after `ready`. */
  after?: number;
};
export type FromServer =
  | { type: 'ready' }
  /**
   * An event's newest message, also to whom an earlier one was for; its cursor is what to say `after` next time. Each is
   * told once, in their order.
   */
  | { type: 'notice'; id: string; cursor: number }
  | { type: 'request'; id: string }
  /** One of mine or of somebody I act for, or one that officers of my place may hear. */
  | { type: 'appeal'; id: string }
  /** Published or withdrawn; the same for everybody. */
  | { type: 'exposure-notice'; id: string }
  /** Declared, renewed, ended, or deleted at last; the same for everybody. */
  | { type: 'emergency'; id: string }
  /** One's own, or at a checkpoint one opened: begun or ended. */
  | { type: 'duty'; id: string }
  /** For those who propose and sign: filed, signed, decided. */
  | { type: 'proposal'; id: string }
  /** One of mine, or one I may answer; never one that concerns me. */
  | { type: 'complaint'; id: string }
  /** Oneself: confirmed, asked to join an account, a relation begun or ended. Read anew who one is. */
  | { type: 'person'; id: string }
  /** A colour changed: one's own, or of somebody whose code one may show. Ask for a fresh code at once. */
  | { type: 'colour'; id: string }
  | { type: 'refused'; code: 'sign-in-required' };
