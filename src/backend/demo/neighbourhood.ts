import type { RegionTreeRow } from '../import/region-tree';
import type { ImportedAddress, ImportedGrid, ImportedStaff } from '../import/rows';
import { demoAddresses } from './addresses';
import { type DemoPersona, demoPersonas } from './personas';
import { demoGrids, demoRegions } from './places';
import { demoStaff } from './team';

/** All of the demo neighbourhood, in the same form as what a county imports. The same at every start. */
export const demoNeighbourhood: {
  /** To be added to the real tree, parents first. */
  regions: readonly RegionTreeRow[];
  grids: readonly ImportedGrid[];
  addresses: readonly ImportedAddress[];
  staff: readonly ImportedStaff[];
  personas: readonly DemoPersona[];
} = {
  regions: demoRegions,
  grids: demoGrids,
  addresses: demoAddresses,
  staff: demoStaff,
  personas: demoPersonas,
};
