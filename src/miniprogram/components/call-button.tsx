import { call } from '../platform/phone-call';
import { Icon } from './icon';
import { Tap } from './tap';

/** One tap to the dialler. */
export function CallButton({ number, label }: { number: string; label: string }) {
  return (
    <Tap className="call" label={label} onTap={() => call(number)}>
      <Icon name="phone" />
    </Tap>
  );
}
