import type { Shaped } from '@contract/region/locate';
import type { Grant } from '@contract/role';
import type { RegionTreeRow } from '../import/region-tree';
import type { ImportedAddress, ImportedGrid, ImportedStaff } from '../import/rows';
import type { Identity } from './identity';

/** What putting rows in did. All unchanged: they were there already, word for word. */
export interface Changes {
  added: number;
  changed: number;
  unchanged: number;
}

/** A single-use code for somebody to sign in with. Shown once: it cannot be looked up afterwards. */
export interface Invitation {
  staffNumber: string;
  name: string;
  code: string;
}

/** Somebody whom the community has seen, or of whom it has only a name. */
export interface Admission {
  name: string;
  confirmed: boolean;
  home: { node: string; building: string | null };
  /** Whose sign-in it is, where that is known beforehand. */
  identity?: Identity;
  /** Where they are staff too: their person is used. */
  staffNumber?: string;
}

/**
 * How a county puts its own data in: the writing side of the grid directory, and who serves where.
 * Every put takes all rows or none. Nothing that rows do not speak of is taken out. Who gives or takes a role stands in
 * the log: `by` is the login name of whoever runs the machine.
 */
export interface CountyRegister {
  /**
   * The real tree down to the community, unless it is there already.
   * @param provinces two-digit codes, or the whole country
   * @param progress rows so far
   */
  loadTree(provinces: 'all' | readonly string[], progress?: (rows: number) => void): Promise<void>;
  /** Parents first. */
  putRegions(regions: readonly RegionTreeRow[]): Promise<Changes>;
  putGrids(grids: readonly ImportedGrid[]): Promise<Changes>;
  putAddresses(addresses: readonly ImportedAddress[]): Promise<Changes>;
  /**
   * Staff with the post each has; whoever is new gets an invitation. A post that differs from the last list's
   * replaces it; one that was revoked meanwhile stays so while the list says nothing new.
   */
  putStaff(staff: readonly ImportedStaff[], by: string): Promise<Changes & { invitations: Invitation[] }>;

  /** Which of these regions exist. */
  known(codes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Every grid that has been drawn. */
  grids(): Promise<Shaped[]>;

  /** @returns the id of the person */
  admit(admission: Admission): Promise<string>;
  /** The person of a staff number or of a person's id. */
  find(who: string): Promise<{ id: string; name: string | null } | undefined>;
  /** @returns false when the person had it already */
  grant(personId: string, grant: Grant, by: string): Promise<boolean>;
  /** @returns false when the person did not have it */
  revoke(personId: string, grant: Grant, by: string): Promise<boolean>;
  /** A single-use code for a person, good for a fortnight. */
  invite(personId: string, by: string): Promise<string>;
}
