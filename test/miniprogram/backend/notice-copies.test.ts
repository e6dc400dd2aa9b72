import { dehydrate, type QueryClient } from '@tanstack/react-query';
import { CallFailed, type Client } from '../../../src/miniprogram/backend/client';
import { keepNoticeCopies, type NoticeCopies } from '../../../src/miniprogram/backend/notice-copies';
import { createQueryClient, persistenceOf } from '../../../src/miniprogram/backend/queries';
import { eventually } from '../../support/eventually';
import { storageOf } from './support/phone';

const single = 'GET /v1/notices/:id';
const versions = 'GET /v1/notices/:id/versions';
const keyOf = (name: string, id: string) => [name, { params: { id } }];
const refused = (traceId: string) =>
  new CallFailed('refused', { type: '', status: 404, code: 'not-found', title: '', traceId });

describe('a notice that was opened here', () => {
  let queries: QueryClient;
  let copies: NoticeCopies;
  let asked: string[];
  /** What the server says of one. */
  let answer: (name: string) => Promise<unknown>;

  beforeEach(() => {
    queries = createQueryClient();
    asked = [];
    const call = (name: string, { params }: { params: { id: string } }): Promise<unknown> => {
      asked.push(`${name} ${params.id}`);
      return answer(name);
    };
    copies = keepNoticeCopies(queries, { call } as unknown as Client);
    for (const id of ['a', 'b', 'c']) queries.setQueryData(keyOf(single, id), `${id} as it was`);
    queries.setQueryData(keyOf(versions, 'a'), 'what a was before');
    list('a', 'b');
  });

  const list = (...ids: string[]): void =>
    void queries.setQueryData(['GET /v1/notices', {}], { notices: ids.map((id) => ({ id })), unread: 0, cursor: 1 }); // prettier-ignore
  const kept = (name: string, id: string): unknown => queries.getQueryData(keyOf(name, id));
  /** As it would be there again at the next start. */
  const stored = (): string =>
    JSON.stringify(dehydrate(queries, persistenceOf(storageOf(), '1').dehydrateOptions));

  it('leaves no copy once it has left the list and is not for this person any more', async () => {
    answer = () => Promise.reject(refused('trace'));
    list('b');
    await eventually(() => expect([kept(single, 'a'), kept(versions, 'a')]).toEqual([undefined, undefined]));
    expect(asked.sort()).toEqual([`${single} a`, `${versions} a`].sort());
    expect(stored()).not.toContain('a as it was');
    expect(stored()).toContain('b as it was');
  });

  it('stays, as it stands now, where it is only muted or over', async () => {
    answer = () => Promise.resolve('a as it is');
    list('b');
    await eventually(() => expect(kept(single, 'a')).toBe('a as it is'));
  });

  it.each([
    ['there is no network', new CallFailed('offline')],
    ['something in between says there is nothing', refused('')],
  ])('stays as it was where %s', async (_, failure) => {
    answer = () => Promise.reject(failure);
    list('b');
    await eventually(() => expect(queries.getQueryState(keyOf(single, 'a'))?.status).toBe('error'));
    expect(kept(single, 'a')).toBe('a as it was');
    expect(stored()).toContain('a as it was');
  });

  it('is asked for as soon as the phone is told of it, whether it stood on the list or not', async () => {
    answer = () => Promise.reject(refused('trace'));
    copies.renew('c');
    await eventually(() => expect(kept(single, 'c')).toBeUndefined());
    copies.renew('never opened');
    expect(asked).toEqual([`${single} c`]);
  });

  it('is left alone while the list stays as it was, and by what lies below it or was searched for', () => {
    queries.setQueryData(['GET /v1/notices', 'older'], { pages: [{ notices: [] }], pageParams: [0] });
    queries.setQueryData(['GET /v1/notices', { query: { words: '水' } }], { notices: [] });
    list('a', 'b');
    list('b', 'a', 'd');
    expect(asked).toEqual([]);
  });
});
