import type { Result } from '@contract/result';
import type { Catalogue, Category } from '@contract/service-request/category';

/** What can be asked for, version by version: what was filed keeps the version it was filed under. */
export interface ServiceCatalogue {
  /** The county's newest; what this software comes with until a county has brought its own. */
  inForce(): Promise<Catalogue>;
  /** Since when it is in force: of the one that this software comes with, since it was written. */
  inForceSince(): Promise<Date>;
  /** Undefined where this deployment never had it. */
  version(version: string): Promise<Catalogue | undefined>;
  /**
   * An entry as a version has it; without a version, as it is now.
   * What was filed before versions were kept is read by what this software comes with.
   */
  category(code: string, version?: string): Promise<Category | undefined>;
  /** Whether an import would not be refused. */
  mayTake(catalogue: Catalogue): Promise<boolean>;
  /**
   * Puts a catalogue in force; other processes follow within seconds. An earlier version can be put in force again.
   * `version-taken`: another catalogue has this version, and requests may have been filed under it.
   */
  import(catalogue: Catalogue): Promise<Result<'new' | 'again' | 'unchanged', 'version-taken'>>;
}
