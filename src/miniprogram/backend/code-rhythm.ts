import type { CodeKeeper } from './code-keeper';

const hour = 3_600_000;

/**
 * Keeps codes fresh while the app is open: at every coming back to it past half of the day, and hourly, no two phones
 * at the same moment. What a busy server turned away is tried again when it has said.
 */
export function keepFresh(deps: {
  code: CodeKeeper;
  signedIn(): boolean;
  random(): number;
  onShow(listener: () => void): void;
  /** Told of every time the server was met. */
  met?(): void;
}): {
  /** Renews what is older than `age` (ms; half of its fresh day without it). Never rejects. */
  now(age?: number): Promise<void>;
} {
  const { code, signedIn, random } = deps;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function renew(age?: number): Promise<void> {
    if (!signedIn()) return;
    await code.refresh(age).then(
      () => deps.met?.(),
      () => undefined,
    );
    clearTimeout(again);
    if (code.busyFor() > 0) again = setTimeout(() => void renew(age), code.busyFor());
  }
  const hourly = (): void =>
    void setTimeout(
      () => {
        // Younger than that, something else has just renewed it.
        void renew(hour / 2);
        hourly();
      },
      hour * (0.75 + random() / 2),
    );
  hourly();
  deps.onShow(() => void renew());
  return { now: renew };
}
