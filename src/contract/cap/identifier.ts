import { isBuildingCode, isRegionCode } from '../region/code';

/**
 * What a notice is called in China's profile (GB/T 35965.1, annex A), 31 characters: `ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N`.
 * - ZZZZZZ  the region, GB/T 2260, filled up with zeros above the county
 * - DDD     the body that publishes, GB/T 4657: 000, as ours are the governments themselves
 * - UUU     a unit within it: the township's own digits, 000 above
 * - XX      an extension: 00, and counting on where one digit is not enough
 * - the moment by the clock of China, and which of the notices of this unit in this second it is
 */
const shape = /^(\d{6})(\d{3})(\d{3})(\d{2})_(\d{14})_(\d)$/;

const aheadOfUtcMs = 8 * 3_600_000;

/**
 * Below the township all publish under its code.
 * @param nth from 0: how many others of this unit bear the same second
 */
export function writeIdentifier(node: string, at: Date, nth: number): string {
  if (!isRegionCode(node) && !isBuildingCode(node)) throw new RangeError(`no code of a region: ${node}`);
  if (!Number.isInteger(nth) || nth < 0 || nth > 999) throw new RangeError(`none of a thousand: ${nth}`);
  const unit = `${node.slice(0, 6).padEnd(6, '0')}000${node.slice(6, 9).padEnd(3, '0')}`;
  const extension = String(Math.floor(nth / 10)).padStart(2, '0');
  const moment = new Date(at.getTime() + aheadOfUtcMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${unit}${extension}_${moment}_${nth % 10}`;
}

export interface ReadIdentifier {
  /** Six digits. */
  region: string;
  /** As written, by the clock of China: YYYYMMDDhhmmss. */
  moment: string;
  nth: number;
}

/** Undefined for an identifier of another kind, which is no fault: the standard leaves it to the sender. */
export function readIdentifier(text: string): ReadIdentifier | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, region = '', , , extension, moment = '', last] = found;
  return { region, moment, nth: Number(extension) * 10 + Number(last) };
}
