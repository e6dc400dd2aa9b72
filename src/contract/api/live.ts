/**
 * Messages of the socket at `GET /v1/live`. The first message of the phone is `hello`; a socket without one
 * within five seconds is closed. Messages carry ids only: what they are about is read through the API.
 */
export type FromPhone = { type: 'hello'; token: string };
export type FromServer =
  | { type: 'ready' }
  | { type: 'notice'; id: string }
  | { type: 'request'; id: string }
  | { type: 'refused'; code: 'sign-in-required' };
