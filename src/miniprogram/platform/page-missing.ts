import { isWeapp } from './is-weapp';

/**
 * Tells when the code of a page did not come: there is no network, or the server has a newer version only.
 * WeChat loads packages, and says so, by itself. The answer takes the listener off again.
 */
export function onPageMissing(listener: () => void): () => void {
  if (isWeapp) return () => undefined;
  const hear = (event: PromiseRejectionEvent): void => {
    if (!(event.reason instanceof Error) || event.reason.name !== 'ChunkLoadError') return;
    event.preventDefault();
    listener();
  };
  window.addEventListener('unhandledrejection', hear);
  return () => window.removeEventListener('unhandledrejection', hear);
}

/** Opens the app anew where it is, in the version the server has now. */
export function reopen(): void {
  if (!isWeapp) window.location.reload();
}
