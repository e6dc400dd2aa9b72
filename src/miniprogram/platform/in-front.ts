import { Current } from '@tarojs/runtime';
import Taro from '@tarojs/taro';
import type { ComponentType } from 'react';
import { isWeapp } from './is-weapp';

interface RouterChange {
  toLocation: { path: string };
}

/** Of Taro's, what draws pages and takes them away. */
interface Drawing {
  mount(page: ComponentType, id: string, drawn: () => void): void;
  unmount(id: string, gone: () => void): void;
}

const pathOf = (address: string): string | undefined => address.split('?')[0];
const pathNow = (): string | undefined => pathOf(window.location.hash.slice(1));

/**
 * On the web, what is seen is the page of the address. Taro's router draws a page once its code has come, though one
 * may have gone back meanwhile: it would lie over the list, without what its own address said. It is drawn empty; and
 * told that the browser moved, the router looks at the address again and takes away what is not of it.
 *
 * And it hides the page below a new one by a timer: one may be back there before that.
 */
export function keepInFront(): void {
  if (isWeapp) return;
  drawWhatIsAskedFor(Current.app as unknown as Drawing);
  Taro.eventCenter.on('__afterTaroRouterChange', ({ toLocation }: RouterChange) => {
    if (pathNow() === toLocation.path) {
      const front = Taro.getCurrentPages().at(-1)?.path;
      document.getElementById(front ?? '')?.classList.remove('taro_page_shade');
    } else window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
  });
}

const Nothing = (): null => null;

/**
 * A page that one has left before it was drawn is not among those that are: Taro takes away the last of these instead,
 * which is the list one came from, and draws what was left. So it waits until that has come, takes it away then, and
 * the router, which gave it up, is not told that it came.
 */
function drawWhatIsAskedFor(drawing: Drawing): void {
  const mount = drawing.mount.bind(drawing);
  const unmount = drawing.unmount.bind(drawing);
  const coming = new Set<string>();
  const left = new Map<string, () => void>();
  drawing.mount = (page, id, drawn) => {
    coming.add(id);
    mount(pathOf(id) === pathNow() ? page : Nothing, id, () => {
      coming.delete(id);
      const gone = left.get(id);
      if (!gone) return drawn();
      left.delete(id);
      unmount(id, gone);
    });
  };
  drawing.unmount = (id, gone) => {
    if (coming.has(id)) left.set(id, gone);
    else unmount(id, gone);
  };
}
