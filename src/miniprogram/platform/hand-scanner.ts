import { isWeapp } from './is-weapp';
import { createKeyBurst } from './key-burst';

/** WeChat gives no keys outside of its fields. */
export const hearsHandScanner = !isWeapp;

type Listener = (text: string) => void;
/** A page lies over a page, the scanner over both: the last to come is the one that is meant. */
const listeners: Listener[] = [];
const burst = createKeyBurst();

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function hear(event: KeyboardEvent): void {
  if (isField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
  const { took, text } = burst.press({ key: event.key, at: event.timeStamp });
  if (took) {
    event.preventDefault();
    event.stopPropagation();
  }
  if (text !== undefined) listeners[listeners.length - 1]?.(text);
}

/**
 * Hears a scanner that types as a keyboard, whatever has the focus; text fields keep their keys. The answer stops
 * listening.
 */
export function onHandScan(listener: Listener): () => void {
  if (!hearsHandScanner) return () => undefined;
  // Before anything that has the focus, or each space of a code would press it.
  if (listeners.length === 0) window.addEventListener('keydown', hear, true);
  listeners.push(listener);
  return () => {
    listeners.splice(listeners.indexOf(listener), 1);
    if (listeners.length === 0) window.removeEventListener('keydown', hear, true);
  };
}
