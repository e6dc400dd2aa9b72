/**
 * Whether time alone can only let a rule's logic pass, never stop it: now stands in it only where later means yes. True of
 * nearly every rule there is ("until so many days are over"), and then nobody has to look again at whoever passes.
 * False where it cannot be told from how it is written.
 * @param logic well-formed CertLogic
 */
export const easesWithTime = (logic: unknown): boolean => turnsOnlyTo(true, logic);

/** Whether with time the value of an expression can only turn to this one. */
function turnsOnlyTo(value: boolean, node: unknown): boolean {
  if (!mentionsNow(node)) return true;
  const [operator = '', operands = []] = Object.entries(node as Record<string, unknown[]>)[0] ?? [];
  const [first, second, third] = operands;
  switch (operator) {
    case 'and':
      return operands.every((each) => turnsOnlyTo(value, each));
    case '!':
      return turnsOnlyTo(!value, first);
    case 'if':
      return turnsOnlyTo(value, second) && turnsOnlyTo(value, third) && guards(value, first, second, third);
    case 'not-before':
    case 'after':
      return operands.length === 2 && !mentionsNow(second) && value;
    case 'before':
    case 'not-after':
      return operands.length === 2 && !mentionsNow(second) && !value;
    default:
      return false;
  }
}

/** Whether a guard that may turn with time does not send it the wrong way: an "or", an "and", or their opposites. */
const guards = (value: boolean, guard: unknown, then: unknown, otherwise: unknown): boolean =>
  !mentionsNow(guard) ||
  ((then === true || otherwise === false) && turnsOnlyTo(value, guard)) ||
  ((then === false || otherwise === true) && turnsOnlyTo(!value, guard));

const mentionsNow = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  Object.entries(node).some(([key, value]) => (key === 'var' ? value === 'now' : mentionsNow(value)));
