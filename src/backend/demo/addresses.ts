import type { Point } from '@contract/region/geometry';
import { addressId, type ImportedAddress, type ImportedGrid } from '../import/rows';
import { type Estate, grounds, type House } from './estates';
import { eastOf } from './map';
import { demoGrids } from './places';
import { spotsIn } from './spots';

export const demoAddresses: readonly ImportedAddress[] = demoGrids.flatMap(addressesOf);

/** Every entrance and house of a grid, each at a spot of its own. */
function addressesOf({ code, rings }: ImportedGrid, index: number): ImportedAddress[] {
  const { estates = [], houses = [] } = grounds[index] ?? {};
  const buildings = estates.flatMap((estate) => numbersOf(estate).map((number) => ({ estate, number })));
  const spots = spotsIn(rings, buildings.length + houses.length);
  return [
    ...buildings.flatMap(({ estate, number }, at) => unitsOf(code, estate, number, spots[at])),
    ...houses.map((house, at) => houseOf(code, house, spots[buildings.length + at])),
  ];
}

function numbersOf({ buildings: [first, last] }: Estate): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A building as the county lists it: one address for each entrance. */
function unitsOf(grid: string, estate: Estate, number: number, spot: Point | undefined): ImportedAddress[] {
  const name = `${estate.name} ${number} 幢`;
  return Array.from({ length: estate.units }, (_, index) => {
    const unit = index + 1;
    const address = `${name} ${unit} 单元`;
    return {
      id: addressId(grid, address),
      address,
      otherNames: [
        `${estate.street} ${number} 幢 ${unit} 单元`,
        `${estate.name} ${number} 号楼 ${unit} 单元`,
      ],
      building: { code: grid + String(number).padStart(3, '0'), name },
      doors: doorsOf(estate.floors),
      grid,
      point: spot ? eastOf(spot, (unit - (estate.units + 1) / 2) * 10) : null,
    };
  });
}

/** Two doors on each floor: 101, 102, 201, … */
function doorsOf(floors: number): string[] {
  return Array.from({ length: floors }, (_, floor) => [`${floor + 1}01`, `${floor + 1}02`]).flat();
}

function houseOf(grid: string, { address, otherNames }: House, spot: Point | undefined): ImportedAddress {
  return {
    id: addressId(grid, address),
    address,
    otherNames: [...otherNames],
    building: null,
    doors: [],
    grid,
    point: spot ? eastOf(spot, 0) : null,
  };
}
