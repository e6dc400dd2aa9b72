import type { Bilingual } from '../text';
import type { Answers, Category, GridCategory } from './category';
import { possibleEvents, type RequestEvent, type RequestState, transition } from './lifecycle';

/**
 * A desk outside (市里、县里的平台) that handles some categories. The request itself stays here, with its clock and timeline;
 * what the other side does with its copy comes in as steps: 派单, 回复, 退单, 办结.
 */
export const outsideStepKinds = ['dispatched', 'replied', 'returned', 'finished'] as const;
export type OutsideStepKind = (typeof outsideStepKinds)[number];

export interface OutsideStep {
  /** The other side's own: the same step has the same one each time it is told. */
  id: string;
  kind: OutsideStepKind;
  /** By the other side's clock: it says which of its own steps came first, and nothing else. */
  at: Date;
  /** To the resident, as it stands: the answer, the reason of a return, what was done. */
  words?: string;
}

/** Why a matter came back although nobody there said no. */
export const handBacks = ['unreached', 'unconfirmed'] as const;
export type HandBack = (typeof handBacks)[number];

/** Steps may come in any order; what an older one says of the state is over. An answer is one whenever it comes. */
export const isLate = (step: OutsideStep, earlier: readonly OutsideStep[]): boolean =>
  step.kind !== 'replied' &&
  earlier.some(({ kind, at }) => kind !== 'replied' && at.getTime() > step.at.getTime());

/** A matter that came back is the grid's again. */
export const isBack = (earlier: readonly OutsideStep[]): boolean =>
  earlier.some(({ kind }) => kind === 'returned');

/**
 * What a step is on our timeline: the events of the team in the order they happen, each allowed by the life of a request.
 * Empty where it says nothing new, or comes to what has ended.
 */
export function eventsOf(
  { kind, words }: Pick<OutsideStep, 'kind' | 'words'>,
  state: RequestState,
): RequestEvent[] {
  const aim = aimOf(kind, state, words !== undefined);
  if (aim === undefined) return [];
  if (transition(state, aim, 'handler').ok) return [aim];
  // Whoever answers or finishes has taken it, also where that was never said.
  const taken = transition(state, 'accept', 'handler');
  return taken.ok && transition(taken.next, aim, 'handler').ok ? ['accept', aim] : [];
}

function aimOf(kind: OutsideStepKind, state: RequestState, speaks: boolean): RequestEvent | undefined {
  switch (kind) {
    case 'dispatched': {
      const possible = possibleEvents(state, 'handler');
      const next = (['accept', 'start'] as const).find((event) => possible.includes(event));
      return next ?? (speaks ? 'reply' : undefined);
    }
    case 'replied':
      return speaks ? 'reply' : undefined;
    case 'returned':
      return 'assign';
    case 'finished':
      return 'resolve';
  }
}

export type OutsideProtocol = 'open311' | 'rest';

/** Whether a category may be handled there. An Open311 desk publishes what it takes: a home or a dispute never goes to one. */
export const mayGoOutside = (category: Category, protocol: OutsideProtocol): category is GridCategory =>
  category.kind === 'grid' && (!publishes(protocol) || category.scope === 'public');

/** Whether a desk shows to everybody what it takes. What was filed without a name stays with the grid then. */
export const publishes = (protocol: OutsideProtocol): boolean => protocol === 'open311';

/** What the other side is told: the matter, and nothing of a person. */
export interface OutsideMatter {
  /** Ours, the same each time it is sent. */
  id: string;
  /** "330106/7-0042": the county and the number that people say on the phone. */
  mark: string;
  /** As the other side calls the category. */
  serviceCode: string;
  answers: Answers;
  /** Questions and answers, then the words, in Chinese. */
  description: string;
  place: { text: string; point?: { lng: number; lat: number } };
  filedAt: Date;
}

/** The answers as sentences, for whoever knows none of our codes; photos and voices stay here, and that is said. */
export function describeMatter(
  category: GridCategory,
  { answers, words, more }: { answers: Answers; words: string; more: boolean },
): string {
  const lines = category.attributes.flatMap(({ code, text, choices }) => {
    const answer = answers[code];
    if (answer === undefined) return [];
    const said = (typeof answer === 'object' ? answer : [answer]).map(
      (each) => choices?.find(({ key }) => key === each)?.name.zh ?? String(each),
    );
    return said.length > 0 ? [`${text.zh} ${said.join('、')}`] : [];
  });
  const rest = more ? ['（另有照片或语音，社区留存）'] : [];
  return [category.name.zh, ...lines, ...(words === '' ? [] : [words]), ...rest].join('\n');
}

/** Who handles a category outside, as the resident is told before filing. */
export interface OutsideHandler {
  name: Bilingual;
  /** It shows to everybody what it takes: category, words and place. */
  publishes: boolean;
}
