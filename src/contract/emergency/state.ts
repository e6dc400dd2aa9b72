import { codeLengths } from '../region/code';

/** When an emergency was, epoch ms. */
export interface EmergencyTimes {
  openedAt: number;
  /** As last renewed. */
  endsAt: number;
  /** Ended by officers, or noted once it had run out. */
  endedAt: number | null;
  /** When the last of what it brought was deleted. */
  deletedAt: number | null;
}

/**
 * `in-force`: codes are asked for. `ended`: nobody needs one any more, and what it brought is being deleted.
 * `deleted`: only counts and the signed record are left.
 */
export const emergencyStates = ['in-force', 'ended', 'deleted'] as const;
export type EmergencyState = (typeof emergencyStates)[number];

/** When it is over, or was: one that runs out ends by itself. */
export const endOf = ({ endsAt, endedAt }: EmergencyTimes): number =>
  endedAt === null ? endsAt : Math.min(endedAt, endsAt);

export function stateAt(times: EmergencyTimes, now: number): EmergencyState {
  if (times.deletedAt !== null && times.deletedAt <= now) return 'deleted';
  return now < endOf(times) ? 'in-force' : 'ended';
}

/** What officers may propose of one in each state. Another is opened only when nothing is left of the last. */
export const emergencyActs = {
  'in-force': ['renew', 'end'],
  ended: [],
  deleted: ['open'],
} as const satisfies Record<EmergencyState, readonly ('open' | 'renew' | 'end')[]>;

/** The one in force at an instant, of a county's; undefined outside one. */
export const inForceAt = <T extends EmergencyTimes>(all: readonly T[], now: number): T | undefined =>
  all.find((one) => one.openedAt <= now && stateAt(one, now) === 'in-force');

/** Whether a post is of a county or above it: whose officers declare emergencies. */
export const isOfCounty = ({ node }: { node: string }): boolean => node.length <= codeLengths.county;
