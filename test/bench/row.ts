/** One figure beside its goal, as `npm run bench` prints it. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** What it is compared with, in the same unit; null where it stands alone. */
  baseline: number | null;
  /** value / baseline. */
  ratio: number | null;
  /** Of the ratio where there is one, else of the value. */
  goal: number;
  met: boolean;
}

export type Bench = (say: (line: string) => void) => Promise<Row[]>;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** At most the goal. */
export const atMost = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value: rounded(value),
  unit,
  baseline: null,
  ratio: null,
  goal,
  met: value <= goal,
});

export const atLeast = (name: string, value: number, unit: string, goal: number): Row => ({
  ...atMost(name, value, unit, goal),
  met: value >= goal,
});

interface Compared {
  name: string;
  value: number;
  baseline: number;
  unit: string;
  /** Measured round by round: more than value / baseline of the medians. */
  ratio: number;
  goal: number;
}

export const ratioAtMost = (row: Compared): Row => ({
  ...row,
  value: rounded(row.value),
  baseline: rounded(row.baseline),
  ratio: rounded(row.ratio),
  met: row.ratio <= row.goal,
});

export const ratioAtLeast = (row: Compared): Row => ({ ...ratioAtMost(row), met: row.ratio >= row.goal });
