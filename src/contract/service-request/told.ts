import type { Bilingual } from '../text';
import type { Refusal, RequestEvent, RequestRole } from './lifecycle';

/** What somebody did, as it is told to who wanted to act in the same moment. */
const did: Readonly<Record<RequestEvent, Bilingual>> = {
  submit: { zh: '提交了', en: 'filed it' },
  add: { zh: '补充了', en: 'added something' },
  urge: { zh: '催办了一次', en: 'urged' },
  answer: { zh: '回了话', en: 'answered' },
  confirm: { zh: '确认办好了', en: 'confirmed that it is done' },
  dispute: { zh: '说还没办好', en: 'said it is not done' },
  reopen: { zh: '重新打开了', en: 'reopened it' },
  withdraw: { zh: '撤回了', en: 'withdrew it' },
  'book-visit': { zh: '约了上门', en: 'booked a visit' },
  'cancel-visit': { zh: '取消了上门', en: 'cancelled the visit' },
  accept: { zh: '接下了', en: 'took it' },
  assign: { zh: '转出去了', en: 'handed it over' },
  start: { zh: '开始处理了', en: 'started on it' },
  reply: { zh: '回复了', en: 'replied' },
  ask: { zh: '问了居民一句', en: 'asked the resident' },
  refer: { zh: '告知了不归网格', en: 'said who is responsible' },
  resolve: { zh: '说办好了', en: 'said it is done' },
  'offer-visit': { zh: '给了上门的时间', en: 'offered times to come' },
  'call-off-visit': { zh: '说来不了', en: 'called the visit off' },
  escalate: { zh: '把它升到了上一级', en: 'took it one level up' },
  'time-out': { zh: '到时办结了', en: 'closed it, its time being over' },
};

const roleNames: Readonly<Record<RequestRole, Bilingual>> = {
  filer: { zh: '居民', en: 'The resident' },
  handler: { zh: '同事', en: 'A colleague' },
  system: { zh: '系统', en: 'The system' },
};

export interface LastStep {
  event: RequestEvent;
  role: RequestRole;
  at: Date;
  /** Masked; of handlers only, so that whoever filed without their name keeps it to themselves. */
  maskedName?: string | undefined;
}

/** A clock time where everybody is: 14:03. */
const clockTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

/** To who came second: who was first, with what, and what now. */
export function toldMeanwhile({ event, role, at, maskedName }: LastStep): Bilingual {
  const name = role === 'handler' && maskedName ? { zh: maskedName, en: maskedName } : roleNames[role];
  const time = clockTime(at);
  return {
    zh: `${name.zh} ${time} ${did[event].zh}，你这一步没有做。看过最新进度再办。`,
    en: `${name.en} ${did[event].en} at ${time}; your step was not taken. See the latest, then decide.`,
  };
}

/** Why a step is not possible, each with what is. */
export const refusalTexts: Readonly<Record<Refusal, Bilingual>> = {
  'wrong-role': { zh: '这一步不由你来办。', en: 'This step is not yours to take.' },
  'already-filed': { zh: '这件事已经提交过了。', en: 'This has been filed already.' },
  'not-accepted-yet': { zh: '还没人接单。先接下，再办。', en: 'Nobody has taken it yet. Take it first.' },
  'already-accepted': { zh: '已经有人接下了。', en: 'Somebody has taken it already.' },
  'already-started': { zh: '已经在处理了。', en: 'It is being worked on already.' },
  'nothing-asked': {
    zh: '现在没有要你回的话。要补充，点“补充”。',
    en: 'Nothing is being asked. Use “Add” to add something.',
  },
  'waiting-for-resident': {
    zh: '在等居民回话，到时会接着计时。',
    en: 'It waits for the resident’s answer; the clock runs on when that is due.',
  },
  'not-resolved-yet': { zh: '还没说办好。', en: 'Nobody has said that it is done.' },
  'waiting-for-confirmation': {
    zh: '已经说办好了，等居民确认。没办好，居民点“没办好”。',
    en: 'It is said to be done and waits for the resident’s word.',
  },
  'already-closed': {
    zh: '这件事办结了。30 天内居民可以重新打开。',
    en: 'It is closed. The resident can reopen it within 30 days.',
  },
  'referred-elsewhere': {
    zh: '已经告知归别处管。还有事请重新提交一件。',
    en: 'It was said who is responsible. For anything else, file a new one.',
  },
  withdrawn: { zh: '居民已经撤回。', en: 'The resident has withdrawn it.' },
  'urged-lately': {
    zh: '24 小时内催过一次，网格员看到了。过后还能再催。',
    en: 'Urged within the last 24 hours; the team has seen it. You can urge again after that.',
  },
  'nobody-to-ask': {
    zh: '这件事是你们自己报的，没有人能在手机上回话。要问什么，当面问或打电话。',
    en: 'Your team filed this itself, so nobody can answer on a phone. Ask in person or by phone.',
  },
  'too-late-to-reopen': {
    zh: '办结超过 30 天，不能再打开。还有事请重新提交一件。',
    en: 'Closed for more than 30 days. Please file a new one.',
  },
};
