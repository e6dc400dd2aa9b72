type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown;
  readonly listeners = new Set<Listener>();

  addEventListener(_: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** As much of the web's AbortController as TanStack Query uses; WeChat's JavaScript has none. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.reason = reason;
    this.signal.listeners.forEach((listener) => listener());
  }
}
