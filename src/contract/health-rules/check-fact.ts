import { isRegionCode } from '../region/code';
import { fail, ok, type Result } from '../result';
import type { Fact } from './fact';
import { type FactField, type FactKind, isComplete } from './fact-kind';
import { factKinds } from './fact-kinds';

const day = 86_400_000;
/** Clocks differ: what began a little later than now began now. */
const leeway = 5 * 60_000;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/**
 * - `kind-unknown`: not in the registry
 * - `kind-incomplete`: in the registry, but without purpose, legal basis or retention
 * - `source-not-allowed`: whoever says so may not say this
 * - `value-missing`, `value-unknown`, `value-invalid`: against the kind's own fields
 * - `since-invalid`: no instant, or one to come
 * - `over-already`: so long ago that it would be deleted at once
 */
export type FactFault =
  | 'kind-unknown'
  | 'kind-incomplete'
  | 'source-not-allowed'
  | 'value-missing'
  | 'value-unknown'
  | 'value-invalid'
  | 'since-invalid'
  | 'over-already';

/**
 * Whether a fact may be taken, and when it will be deleted (RFC 3339, UTC).
 * @param now ms
 * @param kinds the registry; another deployment's may come as data
 */
export function checkFact(
  { kind, values, source, since }: Pick<Fact, 'kind' | 'values' | 'source' | 'since'>,
  now: number,
  kinds: readonly Partial<FactKind>[] = factKinds,
): Result<{ expiresAt: string }, FactFault> {
  const known = kinds.find((each) => each.kind === kind);
  if (!known) return fail('kind-unknown');
  if (!isComplete(known)) return fail('kind-incomplete');
  if (!known.sources.includes(source)) return fail('source-not-allowed');
  const began = instant.test(since) ? Date.parse(since) : NaN;
  if (!(began <= now + leeway)) return fail('since-invalid');
  if (Object.keys(values).some((key) => !(key in known.fields))) return fail('value-unknown');
  for (const [key, field] of Object.entries(known.fields)) {
    const value = values[key];
    if (value === undefined) {
      if (field.required) return fail('value-missing');
    } else if (!fits(field, value, began)) return fail('value-invalid');
  }
  const expires = began + known.retentionDays * day;
  return expires > now ? ok({ expiresAt: new Date(expires).toISOString() }) : fail('over-already');
}

function fits(field: FactField, value: string | number | boolean, began: number): boolean {
  switch (field.type) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'number':
      return (
        typeof value === 'number' &&
        value >= field.min &&
        value <= field.max &&
        Number(value.toFixed(field.decimals)) === value
      );
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value);
    case 'words':
      return typeof value === 'string' && value.trim() !== '' && value.length <= field.maxLength;
    case 'region':
      return typeof value === 'string' && isRegionCode(value);
    case 'instant': {
      const at = typeof value === 'string' && instant.test(value) ? Date.parse(value) : NaN;
      return at >= began && at <= began + field.withinDays * day;
    }
  }
}
