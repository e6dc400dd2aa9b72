import { type Colour, graver } from '../health-code/colour';
import type { ColourReason, Decision } from '../health-rules/decision';
import type { Fact } from '../health-rules/fact';
import type { AnswerName } from './declaration';

export interface AnswerEffect {
  answer: AnswerName;
  /** With `place`: which. */
  node?: string;
  /** What it alone asks for. */
  colour: Colour;
  reasons: readonly ColourReason[];
}

/** What each answer does, out of the decision that all of them lead to. */
export const effectsOf = (
  decision: Decision,
  answers: readonly { answer: AnswerName; fact: Fact }[],
): AnswerEffect[] =>
  answers.map(({ answer, fact }) => {
    const reasons = decision.reasons.filter(({ factId }) => factId === fact.id);
    return {
      answer,
      ...(answer === 'place' ? { node: String(fact.values.node) } : {}),
      colour: reasons.reduce<Colour>((so, { colour }) => graver(so, colour), 'green'),
      reasons,
    };
  });
