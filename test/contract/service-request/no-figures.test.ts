import { endpoints } from '../../../src/contract/api';

describe('what is told of requests and of who handles them', () => {
  it('counts, scores and ranks nobody: no answer about requests holds a figure beside who serves', () => {
    const figures = (schema: unknown, path: string[] = []): string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const { type } = schema as { type?: unknown };
      if (type === 'integer' || type === 'number') return [path.join('.')];
      return Object.entries(schema).flatMap(([name, inner]) => figures(inner, [...path, name]));
    };
    const answered = Object.entries(endpoints)
      .filter(([, { tag }]) => ['service-requests', 'desk'].includes(tag))
      .concat(Object.entries(endpoints).filter(([name]) => name.endsWith('/team')))
      .flatMap(([, { responses }]) => figures(responses).map((path) => path.split('.').at(-1)));
    // A request's own: its version, its steps' order, how often its resident urged, an answer that is a number,
    // how many neighbours joined, how long a voice note is.
    expect([...new Set(answered)].sort()).toEqual(['1', 'joined', 'seconds', 'seq', 'urged', 'version']);
  });
});
