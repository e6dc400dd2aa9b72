import { isWeapp } from './is-weapp';

declare const BACKEND_URL: string;

/** Where the backend is. The web app speaks to whoever served it. */
export const backendUrl = (): string => (isWeapp ? BACKEND_URL : window.location.origin);

/** In the demo a tab is whom its address says: `/?as=resident`. */
export function persona(): string | undefined {
  if (isWeapp) return undefined;
  return new URLSearchParams(window.location.search).get('as') ?? undefined;
}

/** Opens the app as a persona, in this tab. False where there is no address to say it in. */
export function become(id: string): boolean {
  if (isWeapp) return false;
  window.location.assign(`/?as=${encodeURIComponent(id)}`);
  return true;
}

/** Under which everything of this person is kept on the phone. */
export const namespace = (): string => persona() ?? 'self';
