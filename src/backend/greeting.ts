import type { Persona } from '@contract/api';
import type { Settings } from './settings';

/** What to open and as whom, in both languages. */
export function greeting(
  settings: Settings,
  address: string,
  personas: readonly Persona[] | undefined,
): string[] {
  const data = settings.databaseUrl ? 'PostgreSQL' : settings.dataDir;
  return [
    '',
    `邻里 Linli   ${address}/`,
    `接口文档 API ${address}/docs   数据 data: ${data}`,
    ...(personas
      ? ['', '演示：打开其中一个  Demo: open one of these', ...personas.map(lineOf(address))]
      : []),
    '',
    '按 Ctrl-C 结束  Ctrl-C ends it',
  ];
}

const lineOf =
  (address: string) =>
  ({ id, name, what }: Persona): string =>
    `  ${`${address}/?as=${id}`.padEnd(address.length + 21)} ${name}：${what.zh}  ${what.en}`;
