import { type Static, Type } from '@sinclair/typebox';
import { Instant } from './common';

/** A stretch of time at somebody's door. */
export const VisitSlot = Type.Object({ from: Instant, until: Instant });
export type VisitSlot = Static<typeof VisitSlot>;

/** What is arranged now: hours to choose from, or the one that was chosen. */
export const VisitView = Type.Object({
  offered: Type.Array(VisitSlot),
  booked: Type.Union([VisitSlot, Type.Null()]),
  /** Who comes. */
  maskedName: Type.Union([Type.String(), Type.Null()]),
});
export type VisitView = Static<typeof VisitView>;
