import { isWeapp } from './is-weapp';

/** From the second visit the web app opens without a network. The mini-program's package is on the phone anyway. */
export function openOffline(): void {
  if (isWeapp || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js').catch(() => {
    // Without TLS browsers have none; the app works, only not from a cold start offline.
  });
}
