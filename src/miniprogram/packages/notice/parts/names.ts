import { isBuildingCode, codeLengths } from '@contract/region/code';
import { useRead } from '../../../backend/queries';

/** How a node is called; undefined until that is known. Nothing for a building, which its grid names. */
export const useNodeName = (node: string): string | undefined =>
  useRead('GET /v1/regions/:code', { params: { code: node } }, { open: true, enabled: !isBuildingCode(node) })
    .data?.name;

/** The buildings of a grid. */
export const useBuildings = (grid: string, enabled = true) =>
  useRead(
    'GET /v1/regions/:code/buildings',
    { params: { code: grid } },
    { open: true, enabled: enabled && grid.length === codeLengths.grid },
  );
