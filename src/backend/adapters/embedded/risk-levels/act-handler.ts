import { atLevel } from '@contract/region/code';
import { ok } from '@contract/result';
import { couldWorsen } from '@contract/risk-map/act';
import type { Colours } from '../../../ports/colours';
import type { GridDirectory } from '../../../ports/grid-directory';
import type { ActHandler } from '../../../ports/proposals';
import type { RiskLevels } from '../../../ports/risk-levels';

interface Deps {
  riskLevels: Pick<RiskLevels, 'inForce' | 'set'>;
  colours: Pick<Colours, 'wouldWorsen' | 'recolour'>;
  directory: Pick<GridDirectory, 'region'>;
}

/** A node's level is the level's above it to set: raised or set again by two, lowered at once. */
export function riskLevelHandler({ riskLevels, colours, directory }: Deps): ActHandler<'risk-level'> {
  return {
    levelAboveOnly: true,
    nodeOf: async ({ level: { node } }) => (await directory.region(node))?.code,
    async weigh({ level: { node, level } }) {
      const [own] = await riskLevels.inForce([node]);
      const could = couldWorsen(own?.level, level);
      return {
        couldWorsen: could,
        worsens: could ? (await colours.wouldWorsen({ level: { node, level } })).worse : 0,
        // Grid by grid it would be many small ones.
        counted: `risk-map ${atLevel(node, 'county') ?? node}`,
      };
    },
    async apply({ level }, { id }) {
      await riskLevels.set(level, id);
      await colours.recolour({ under: level.node });
      return ok(undefined);
    },
  };
}
