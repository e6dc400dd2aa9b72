import { type Chosen, namesTogether, shortNames } from '@contract/notice/choosing';
import { codeLengths, isBuildingCode } from '@contract/region/code';
import { Cell } from '../../../components/cell';
import { useRead } from '../../../backend/queries';
import { useAuthorText } from '../author-text';
import { useBuildings, useNodeName } from './names';

/** Names of some nodes below one, whatever their level; those not known yet are left out. */
function useNamesBelow(node: string, below: readonly string[]): string[] {
  const grid = below.find(isBuildingCode)?.slice(0, codeLengths.grid);
  const buildings = useBuildings(grid ?? '', grid !== undefined).data ?? [];
  const children =
    useRead('GET /v1/regions/:code', { params: { code: node } }, { open: true, enabled: below.length > 0 })
      .data?.children ?? [];
  const names = new Map([...buildings, ...children].map(({ code, name }) => [code, name]));
  const called = below.flatMap((code) => names.get(code) ?? []);
  const wholeGrid = buildings.map(({ name }) => name);
  // "12 幢" says which only beside the name of its grid.
  const ofGrid = node.length === codeLengths.grid && below.every(isBuildingCode);
  return ofGrid ? shortNames(called, wholeGrid) : called;
}

/** One place it goes to: "第 7 网格 · 3、4、5 幢", "第 8 网格 · 全部，除了 12 幢". */
export function ChosenRow({ chosen, onTap }: { chosen: Chosen; onTap?: () => void }) {
  const t = useAuthorText();
  const some = 'buildings' in chosen;
  const below = some ? chosen.buildings : chosen.except;
  const name = useNodeName(chosen.node) ?? '';
  const names = useNamesBelow(chosen.node, below);
  const said = namesTogether(names, t('author.and'));
  // Of places further down than one level only how many there are is said.
  const others = below.length - names.length;
  const list = others > 0 ? t('author.places', { count: below.length }) : said;
  const value = some ? list : below.length > 0 ? t('author.all-but', { places: list }) : t('author.all');
  return <Cell icon={some ? 'home' : 'map'} title={name} value={value} {...(onTap ? { onTap } : {})} />;
}
