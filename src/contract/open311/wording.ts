import type { NeedGroup } from '../service-request/category';
import type { RequestEvent, RequestState } from '../service-request/lifecycle';
import type { Bilingual } from '../text';

const of = (zh: string, en: string): Bilingual => ({ zh, en });

/** `group` of a service. */
export const groupNames: Readonly<Record<NeedGroup, Bilingual>> = {
  'home-help': of('上门帮忙', 'Help at home'),
  stairs: of('楼道和环境', 'Stairs and outdoors'),
  hazard: of('安全隐患', 'Hazards'),
  dispute: of('邻里矛盾', 'Neighbour disputes'),
  rental: of('租房和登记', 'Renting, registering'),
  policy: of('问政策', 'Ask about policy'),
  referral: of('不归网格管', 'Not the grid’s'),
  council: of('大家商量的事', 'For all to decide'),
};

/** `status_notes`: the state behind open or closed. */
export const stateNotes: Readonly<Record<RequestState, Bilingual>> = {
  submitted: of('已提交，等网格员接单', 'Filed; waits for a grid worker to take it'),
  accepted: of('已接单', 'Taken'),
  assigned: of('已派人', 'Handed to somebody'),
  in_progress: of('处理中', 'In progress'),
  waiting: of('等提交的人回话', 'Waits for an answer of who filed it'),
  resolved: of('网格员说办好了，等提交的人确认', 'Said to be done; waits to be confirmed'),
  closed: of('已办结', 'Closed'),
  referred: of('不属网格职责，已告知归谁管', 'Not the grid’s remit; told who is responsible'),
  withdrawn: of('提交的人撤回了', 'Withdrawn by who filed it'),
};

/** What happened, without who did it. */
export const eventNotes: Readonly<Record<RequestEvent, Bilingual>> = {
  submit: of('提交', 'Filed'),
  add: of('补充', 'Added to'),
  urge: of('催办', 'Urged'),
  answer: of('回话', 'Answered'),
  confirm: of('确认办好', 'Confirmed as done'),
  dispute: of('说还没办好', 'Said not to be done'),
  reopen: of('重新打开', 'Reopened'),
  withdraw: of('撤回', 'Withdrawn'),
  accept: of('接单', 'Taken'),
  assign: of('派人', 'Handed over'),
  start: of('开始处理', 'Started'),
  reply: of('回复', 'Replied to'),
  ask: of('问了一句', 'Asked back'),
  refer: of('告知归谁管', 'Referred'),
  resolve: of('说办好了', 'Said to be done'),
  'book-visit': of('约了上门', 'A visit was booked'),
  'cancel-visit': of('取消上门', 'The visit was cancelled'),
  'offer-visit': of('给了上门的时间', 'Times to come were offered'),
  'call-off-visit': of('来不了', 'The visit was called off'),
  escalate: of('超时，升一级', 'Overdue: went one level up'),
  'time-out': of('到时没回应，自动办结（未确认）', 'Closed by itself, not confirmed'),
};
