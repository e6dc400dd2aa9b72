import type { Colour } from '@contract/health-code/colour';

export interface ColourDecision {
  colour: Colour;
}

/** Decides a colour from what is known. No fact against a person = green. */
export interface HealthSource {
  colourOf(personId: string): Promise<ColourDecision>;
}
