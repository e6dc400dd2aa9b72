import type { LocalBody } from '@contract/api';
import { cardOf, draftOf } from '../../../../src/miniprogram/packages/request/card/draft';

const body: LocalBody = {
  id: '00000000-0000-4000-8000-0000000000c1',
  kind: 'residents-council',
  name: '居民议事会',
  node: '330106099001',
  nodeName: '桂语社区',
  call: '0571-5550-0180',
  where: '议事厅',
  meetsAt: '2026-12-26T06:00:00.000Z',
  meetsWhere: '二楼',
  agenda: ['停车', '电梯'],
  keptBy: 'itself',
  touchedAt: '2026-11-24T02:00:00.000Z',
};

describe('a card as it is written', () => {
  const draft = draftOf(body);

  test('shows day and time by China’s clock, and comes back as it was', () => {
    expect([draft.day, draft.time, draft.agenda]).toEqual(['2026-12-26', '14:00', '停车\n电梯']);
    const { call, where, meetsAt, meetsWhere, agenda } = body;
    expect(cardOf(draft)).toEqual({ call, where, meetsAt, meetsWhere, agenda });
  });

  test('empty fields and lines are left away, and a place goes with its meeting', () => {
    const bare = { ...draft, call: ' ', day: '', time: '', agenda: '\n 停车 \n\n' };
    expect(cardOf(bare)).toEqual({ where: '议事厅', agenda: ['停车'] });
  });

  test.each([
    ['2026-12-26', '9:05', '2026-12-26T01:05:00.000Z'],
    ['２０２６-12-26', '9：05', '2026-12-26T01:05:00.000Z'],
    ['2026-12-26', '', undefined],
    ['', '14:00', undefined],
    ['2026-02-30', '14:00', undefined],
    ['12 月 26 日', '14:00', undefined],
    ['2026-12-26', '24:00', undefined],
  ])('a meeting on "%s" at "%s"', (day, time, meetsAt) => {
    expect(cardOf({ ...draft, day, time })?.meetsAt).toBe(meetsAt);
  });
});
