import type { Checkpoint } from '../ports/checkpoints';
import type { Venue } from '../ports/venues';
import { demoCommunity, demoGrid } from './places';

/** A market where people scan, about which nothing was published. */
export const demoVenue: Omit<Venue, 'id'> = { name: '桂语菜场', node: demoGrid(7) };

/** A gate of the community; the number belongs to nobody. */
export const demoCheckpoint: Omit<Checkpoint, 'id'> = {
  name: '东门',
  node: demoCommunity,
  deskPhone: '0571-0808 0808',
};
