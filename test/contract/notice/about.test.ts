import { noticesAbout } from '../../../src/contract/notice/about';
import { findCategory } from '../../../src/contract/service-request/catalogue';

const now = Date.parse('2026-11-29T02:00:00.000Z');
const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
const notice = (headline: string, more: object = {}) => ({
  msgType: 'Alert' as const,
  info: [{ headline }],
  sentAt: at(-1),
  expiresAt: null as string | null,
  ...more,
});
const entry = (code: string) => {
  const category = findCategory(code);
  if (!category) throw new Error(code);
  return category;
};

describe('a notice that already answers', () => {
  it.each<[string, string, ReturnType<typeof notice>, boolean]>([
    ['says it by name', 'water-cut', notice('周六 9:00–16:00 停水'), true],
    ['says it in another word', 'water-cut', notice('自来水管检修'), true],
    ['says it in English', 'power-cut', notice('Power off on Saturday, 9:00–16:00'), true],
    [
      'has an English word within another',
      'property-management',
      notice('Uplifting concert in the park'),
      false,
    ],
    ['is about something else', 'water-cut', notice('桂花路这周修路'), false],
    ['is over', 'water-cut', notice('周六停水', { expiresAt: at(-0.1) }), false],
    ['lasts still', 'water-cut', notice('周六停水', { sentAt: at(-60), expiresAt: at(0.1) }), true],
    ['has no end and is old news', 'water-cut', notice('周六停水', { sentAt: at(-14) }), false],
    ['was taken back', 'water-cut', notice('周六停水', { msgType: 'Cancel' }), false],
  ])('one that %s', (_, code, hung, answers) =>
    expect(noticesAbout(entry(code), [hung], now)).toEqual(answers ? [hung] : []),
  );
});
