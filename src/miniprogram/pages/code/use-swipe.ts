import type { BaseEventOrig, ITouchEvent } from '@tarojs/components';
import { useRef } from 'react';

/** Least way of a finger, px, and how much straighter than steep. */
const least = 56;
const straight = 2;

/** Taro's types of a view forget that a touch has places. */
const placeOf = (event: BaseEventOrig): { x: number; y: number } => {
  const [touch] = (event as ITouchEvent).changedTouches;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
};

/** A finger across: +1 to the left, the next one; −1 to the right. */
export function useSwipe(onSwipe: (way: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number }>();
  return {
    onTouchStart: (event: BaseEventOrig) => void (from.current = placeOf(event)),
    onTouchEnd: (event: BaseEventOrig) => {
      if (!from.current) return;
      const to = placeOf(event);
      const [across, down] = [to.x - from.current.x, to.y - from.current.y];
      from.current = undefined;
      if (Math.abs(across) >= least && Math.abs(across) >= straight * Math.abs(down))
        onSwipe(across < 0 ? 1 : -1);
    },
  };
}
