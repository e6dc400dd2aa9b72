import { Client } from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

let recording: Statement[] | undefined;

/** From here on what goes to PostgreSQL can be noted, but for what jobs ask of themselves. */
export function noteQueries(): void {
  const { query } = Client.prototype;
  Client.prototype.query = function noted(this: Client, ...asked: unknown[]) {
    const [first, second] = asked as [string | Statement, unknown[] | undefined];
    const text = typeof first === 'string' ? first : first.text;
    const values = (typeof first === 'string' ? second : first.values) ?? [];
    if (!/pgboss|listen/i.test(text)) recording?.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, asked) as never;
  } as never;
}

export function startRecording(): void {
  recording = [];
}

export function recorded(): Statement[] {
  const statements = recording ?? [];
  recording = undefined;
  return statements;
}
