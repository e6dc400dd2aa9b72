import { isWeapp } from './environment';

/** What a part of the page is, for screen readers: each platform has its own name for it. */
export const asRole = (role: string) => (isWeapp ? { 'aria-role': role } : { role });
