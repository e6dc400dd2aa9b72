/** The first sentence is the answer; what follows says what to do. */
export function headOf(reason: string): { title: string; rest: string } {
  const end = /[。]|\.(?=\s)/.exec(reason);
  if (!end) return { title: reason.replace(/[.。]$/, ''), rest: '' };
  return { title: reason.slice(0, end.index), rest: reason.slice(end.index + 1).trim() };
}
