import { fail, ok, type Result } from '../result';
import { atLevel } from '../region/code';
import type { Located, Shaped } from '../region/locate';

/**
 * Who a matter at a point goes to. Inside a grid: that grid. Near a boundary it is asked, not guessed: the grid that
 * the resident chose among those around, or the community's desk for "not sure". On no grid: the community's desk.
 * @param chosen a grid or community the resident named with the point
 * @param home where they live, whose community takes what lies nowhere
 */
export function nodeOfPoint(
  located: Located<Shaped>,
  chosen: string | undefined,
  home: string | undefined,
): Result<string, 'grid-ambiguous' | 'region-unknown'> {
  if (located.kind === 'inside') return ok(located.grid.code);
  if (located.kind === 'unknown') {
    const desk = atLevel(chosen ?? home ?? '', 'community');
    return desk === undefined ? fail('region-unknown') : ok(desk);
  }
  const answers = located.candidates.flatMap(({ code }) => [code, atLevel(code, 'community')]);
  return chosen !== undefined && answers.includes(chosen) ? ok(chosen) : fail('grid-ambiguous');
}
