/** A date of the data, moved by so much, that a rule compares with now: its answer may turn there. */
export interface TimeSite {
  /** Where the date comes from: `fact`, `since`. */
  path: readonly string[];
  amount: number;
  unit: 'hour' | 'day' | 'month' | 'year';
  /** Milliseconds from there to where the answer turns: "not before" turns at the instant, "after" the moment after it. */
  after: 0 | 1;
}

/** What a rule's logic reads and reckons with, found without running it. */
export interface LogicParts {
  paths: readonly string[];
  operators: readonly string[];
  /** Those compared with now. */
  times: readonly TimeSite[];
  /** Whole numbers it compares with. */
  numbers: readonly number[];
  /**
   * Whether it reads `now` otherwise than by comparing it as it is, or moves a date that is not one of the data: then no
   * list of instants is complete.
   */
  hidesTimes: boolean;
}

/** How a date is compared with now: where it turns with now on the left, and on the right. */
const comparisons: Readonly<Record<string, readonly [0 | 1, 0 | 1]>> = {
  'not-before': [0, 1],
  before: [0, 1],
  after: [1, 0],
  'not-after': [1, 0],
};
/** Where now stands in a comparison says after what its dates turn; between two of them it is both. */
type Turning = readonly (0 | 1)[];

/** @param logic well-formed CertLogic */
export function partsOf(logic: unknown): LogicParts {
  const paths = new Set<string>();
  const operators = new Set<string>();
  const numbers = new Set<number>();
  const times: TimeSite[] = [];
  let hidesTimes = false;
  const walk = (node: unknown, turning: Turning): void => {
    if (typeof node === 'number') numbers.add(node);
    if (Array.isArray(node)) node.forEach((each) => walk(each, turning));
    if (!isNode(node)) return;
    for (const [operator, operands] of Object.entries(node)) {
      if (operator === 'var') {
        paths.add(String(operands));
        // Where it may be read, `time` has read it.
        hidesTimes ||= operands === 'now' || operands === '';
        return;
      }
      operators.add(operator);
      if (operator === 'plusTime') time(operands, turning);
      else walk(operands, turningOf(operator, listOf(operands)));
    }
  };
  const time = (operands: unknown, turning: Turning): void => {
    const [date, amount, unit] = listOf(operands);
    const path = isNode(date) ? date.var : undefined;
    if (typeof path !== 'string') hidesTimes = true;
    else if (path === 'now') hidesTimes ||= amount !== 0 || turning.length === 0;
    else {
      paths.add(path);
      for (const after of turning)
        times.push({ path: path.split('.'), amount: Number(amount), unit: unit as TimeSite['unit'], after });
    }
  };
  walk(logic, []);
  return { paths: [...paths], operators: [...operators], times, numbers: [...numbers], hidesTimes };
}

function turningOf(operator: string, operands: readonly unknown[]): Turning {
  const turns = comparisons[operator];
  if (!turns || !operands.some(isNow)) return [];
  if (operands.length > 2) return [0, 1];
  return [turns[isNow(operands[0]) ? 0 : 1]];
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** `plusTime` of now by nothing: now as a date. */
function isNow(node: unknown): boolean {
  const [date] = isNode(node) ? listOf(node.plusTime) : [];
  return isNode(date) && date.var === 'now';
}
