import type { LocalBody } from '@contract/api';
import type { BodyKind } from '@contract/body/body';
import { useMe } from '../../backend/me';
import { useRead } from '../../backend/queries';

/**
 * Whom my place turns to beside the grid. One read for all matters, so that whoever has looked at one of them has the
 * others without a network too.
 */
export function useBodies(): readonly LocalBody[] {
  const node = useMe().data?.home?.node;
  return (
    useRead('GET /v1/bodies', { query: { node: node ?? '' } }, { enabled: node !== undefined }).data ?? []
  );
}

/** Those who answer a matter, in the order its entry names their kinds. */
export const answering = (kinds: readonly BodyKind[], bodies: readonly LocalBody[]): LocalBody[] =>
  kinds.flatMap((kind) => bodies.filter((body) => body.kind === kind));
