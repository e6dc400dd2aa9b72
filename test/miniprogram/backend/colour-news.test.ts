import type { ColourChange } from '@contract/api';
import { createColourNews, newsAmong } from '../../../src/miniprogram/backend/colour-news';
import { memoryStorage } from '../support/storage';

const change = (personId: string, at: string, colour: ColourChange['colour'] = 'yellow'): ColourChange => ({
  personId,
  was: 'green',
  colour,
  at,
});
const before = '2026-11-24T08:00:00.000Z';
const mine = change('me', '2026-11-24T09:00:00.000Z');
const childs = change('child', '2026-11-24T09:00:00.000Z');
const later = change('me', '2026-11-24T10:00:00.000Z', 'green');

test('nothing is told before the first visit, nor of what was before it', async () => {
  const news = await createColourNews(memoryStorage());
  expect(newsAmong([mine], news.kept())).toEqual([]);
  news.begin(mine.at);
  expect(newsAmong([mine], news.kept())).toEqual([]);
});

test('each change is told until it was looked at, after a restart too; a look at one person’s is none at another’s', async () => {
  const storage = memoryStorage();
  const news = await createColourNews(storage);
  let heard = 0;
  news.subscribe(() => (heard += 1));
  news.begin(before);
  expect(newsAmong([mine, childs], news.kept())).toEqual([mine, childs]);
  news.look(mine);
  const again = await createColourNews(storage);
  expect(newsAmong([later, mine, childs], again.kept())).toEqual([later, childs]);
  expect(heard).toBe(2);
});
