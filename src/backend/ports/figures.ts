import type { CalendarDay } from '@contract/calendar-day';
import type { Figures as Counted } from '@contract/figures/figures';

export interface Span {
  /** The first day, and the day after the last; days are China's. */
  from: CalendarDay;
  until: CalendarDay;
}

export interface FiguresOfNode {
  total: Counted;
  /** Weeks by their Monday; one without a matter is left out. */
  weeks: { week: CalendarDay; figures: Counted }[];
  /** The most filed first. `category` is the entry's code. */
  categories: { category: string; figures: Counted }[];
}

/** What was filed under a node of the tree, and how it went: by week and by category, never by grid or person. */
export interface Figures {
  of(node: string, span: Span): Promise<FiguresOfNode>;
}
