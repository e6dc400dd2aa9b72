import type { Bilingual } from '../text';

/** What stands against closing an account. `role` is handed over first; the others are waited for. */
export const closingObstacles = ['role', 'open-request'] as const;
export type ClosingObstacle = (typeof closingObstacles)[number];

export const obstacleTexts: Readonly<Record<ClosingObstacle, Bilingual>> = {
  role: {
    zh: '你还有岗位。请社区或上级先交接给别人，再来注销。',
    en: 'You still hold a role. Have it handed over by the community or the level above, then close.',
  },
  'open-request': {
    zh: '还有事在办。办完或撤回就注销；到期还没办完，也会撤回并注销。',
    en: 'Requests are still open. Once they are done or withdrawn the account closes; at the limit they are withdrawn and it closes.',
  },
};

/** What is left after an account is closed, and why: said before. */
export const staysAfterClosing: readonly { what: Bilingual; why: Bilingual }[] = [
  {
    what: { zh: '审计日志里的摘要', en: 'Hashes in the audit log' },
    why: {
      zh: '证明没有人改过日志。原文和盐都删了，摘要认不出是你。',
      en: 'They prove that nobody changed the log. Text and salt are gone, so a hash says nothing of you.',
    },
  },
  {
    what: { zh: '你当工作人员时办过的步骤', en: 'Steps you took as one who serves' },
    why: {
      zh: '别人的事要留住经过，只是不再写是谁。',
      en: 'Other people’s matters keep what happened; no longer who you were.',
    },
  },
  {
    what: { zh: '停用的码的位置', en: 'Places of ended codes' },
    why: {
      zh: '让旧码过不了关，到期后两天删，不写是谁的。',
      en: 'So that old codes do not pass; gone two days after they run out, and nobody’s.',
    },
  },
  {
    what: { zh: '备份里的', en: 'What is in backups' },
    why: {
      zh: '备份到期就删；万一恢复，会照删除记录再删一次。',
      en: 'Backups run out; should one be restored, the record of deletions is done again.',
    },
  },
];
