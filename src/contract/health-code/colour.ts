/** From the mildest to the gravest; the place in the list is the colour's number on the wire. */
export const colours = ['green', 'yellow', 'red'] as const;
export type Colour = (typeof colours)[number];

/** The graver of two colours. */
export function graver(a: Colour, b: Colour): Colour {
  return colours.indexOf(a) >= colours.indexOf(b) ? a : b;
}
