/** 单元, 室, 户, floors: what lies behind the door of a building. "3 号楼" is the building itself. */
const behindTheDoor = /[\s,，、-]*[\dA-Za-z一二三四五六七八九十百]+\s*(?:单元|室|户|层|楼(?!栋|宇)|门牌).*$/u;
/** The number of a house, and all that follows it. */
const houseNumber = /[\s,，、-]*(?:附?\s*\d+(?:[-—–]\d+)*)\s*(?:号|#).*$/u;

/**
 * An address as it may be public: a building without entrance, floor and door; of a house the street or village.
 * @param inBuilding whether the county lists it in a building of several homes
 */
export function publicAddress(text: string, inBuilding: boolean): string {
  const outside = text.replace(behindTheDoor, '');
  return (inBuilding ? outside : outside.replace(houseNumber, '')).trim();
}

/** Degrees to three places: some hundred metres, a street and not a door. */
export const publicDegrees = (degrees: number): number => Math.round(degrees * 1000) / 1000;
