/**
 * An address as it is compared: half width, small letters, no spaces, one word for a building
 * (people say 5 幢, 5 栋, 5 号楼, 5 座).
 */
export const plainAddress = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,、-]+/g, '')
    .replace(/(\d+)(?:号楼|栋|座)/g, '$1幢');

/** Stands between two other names of an address; no plain address contains it. */
export const nameSeparator = ',';
