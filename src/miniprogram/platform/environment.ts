/** Fixed at build: the other platform's branch is left out of the bundle. */
export const isWeapp = process.env.TARO_ENV === 'weapp';

declare const BACKEND_URL: string;

/** Where the backend is. The web app speaks to whoever served it. */
export const backendUrl = (): string => (isWeapp ? BACKEND_URL : window.location.origin);

/** In the demo a tab is whom its address says: `/?as=resident`. */
export function persona(): string | undefined {
  if (isWeapp) return undefined;
  return new URLSearchParams(window.location.search).get('as') ?? undefined;
}

/** Opens the app as a persona, in this tab. */
export function become(id: string): void {
  window.location.assign(`/?as=${encodeURIComponent(id)}`);
}

/** Under which everything of this person is kept on the phone. */
export const namespace = (): string => persona() ?? 'self';
