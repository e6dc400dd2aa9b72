import { fail, ok, type Result } from '../result';
import { VISIT_KEPT_FOR } from './visit';

/** Somebody ill was at a venue from then until then, end not included. Epoch milliseconds. */
export interface ExposureWindow {
  from: number;
  until: number;
}

/** A window that phones can still compare: it has been, within the time that visits are kept, and has a length. */
export function checkWindow({ from, until }: ExposureWindow, now: number): Result<void, 'window-invalid'> {
  const fits = from >= now - VISIT_KEPT_FOR && from < until && until <= now;
  return fits ? ok(undefined) : fail('window-invalid');
}

/** Notices whose window ended before this moment concern no visit that is still kept. */
export const listedSince = (now: number): number => now - VISIT_KEPT_FOR;
