import { createHash } from 'node:crypto';
import { atLevel } from '@contract/region/code';
import type { Point, Rings } from '@contract/region/geometry';
import type { BodyKind } from '@contract/body/body';
import type { Card } from '@contract/body/card';
import type { Role } from '@contract/role';

/** A grid as a county puts it in. WGS-84, outline counter-clockwise. */
export interface ImportedGrid {
  /** 15 digits. */
  code: string;
  name: string;
  /** What stands there, in a few words: "桂语苑 1–8 幢". */
  about: string;
  rings: Rings;
}

export interface ImportedAddress {
  /** The same for the same address of the same community, whatever else changes: a second import finds it. */
  id: string;
  address: string;
  otherNames: string[];
  building: { code: string; name: string } | null;
  /** Doors behind this address: ["101", "102", …]. */
  doors: string[];
  grid: string;
  point: Point | null;
}

export interface ImportedStaff {
  staffNumber: string;
  name: string;
  role: Role;
  /** The node the role holds for, and all below it. */
  node: string;
  workPhone: string;
  /** When to call, in words. */
  hours: string;
}

/** A body beside the grid, as a county lists it. */
export interface ImportedContact extends Card {
  kind: BodyKind;
  name: string;
  /** The node it is there for, and all below it. */
  node: string;
  /** From when it is no more (epoch ms). */
  closedFrom?: number;
}

/** Addresses are told apart by their words within a community, spaces and width aside. */
export function addressId(grid: string, address: string): string {
  const words = address.normalize('NFKC').replace(/\s+/g, '');
  return createHash('sha256')
    .update(`${atLevel(grid, 'community')}|${words}`)
    .digest('hex')
    .slice(0, 24);
}
