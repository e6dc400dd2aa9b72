import { isWeapp } from './is-weapp';

/** What a part of the page is, for screen readers: each platform has its own name for it. */
export const asRole = (role: string) => (isWeapp ? { 'aria-role': role } : { role });

/** Names a field. On the web the field inside Taro's own element is the one that is focused, so that one is named. */
export const labelled = (label: string) =>
  isWeapp ? { 'aria-label': label } : { nativeProps: { 'aria-label': label } };

/** Names a field whose words no browser is to remember, offer again or send to a spelling service. */
export const labelledSecret = (label: string) =>
  isWeapp
    ? { 'aria-label': label }
    : {
        nativeProps: { 'aria-label': label, autocomplete: 'off', autocapitalize: 'off', spellcheck: false },
      };

interface KeyPress {
  key: string;
  preventDefault(): void;
}

/** A role, and on the web the way to it by key: in order by Tab, pressed by Enter or space. `act` undefined: disabled. */
export const pressable = (role: string, act: (() => void) | undefined) =>
  isWeapp
    ? asRole(role)
    : {
        role,
        tabIndex: act ? 0 : -1,
        ...(act ? {} : { 'aria-disabled': true }),
        onKeyDown: (event: KeyPress) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act?.();
        },
      };
