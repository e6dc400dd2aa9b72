import { isWeapp } from './is-weapp';

let close: (() => void) | undefined;

// Taro's router takes every step back for its own and draws the page below anew, with nothing typed. Listeners of the
// window are called in the order they came in, so this one is there with the app, before the router.
if (!isWeapp)
  window.addEventListener('popstate', (event) => {
    if (!close) return;
    event.stopImmediatePropagation();
    const closed = close;
    close = undefined;
    closed();
  });

/**
 * Makes a sheet over the page a step of the browser's history, on the web: "back" closes it, and so does the answer.
 * `onClosed` is called once that step is undone; only then may whoever asked go on to another page.
 */
export function openSheetStep(onClosed: () => void): () => void {
  history.pushState(history.state, '');
  close = onClosed;
  return () => history.back();
}
