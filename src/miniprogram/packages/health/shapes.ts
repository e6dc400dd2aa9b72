import type { Colour } from '@contract/health-code/colour';
import type { IconName } from '../../look/icon-name';

/** The shape that goes with a colour, so that it is never the colour alone. */
export const shapes = {
  green: 'shape-pass',
  yellow: 'shape-warn',
  red: 'shape-stop',
} as const satisfies Record<Colour, IconName>;
