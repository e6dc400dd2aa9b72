import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import { pressable } from '../platform/role';

interface Props {
  className?: string;
  /** What a screen reader says; without it, the words inside. */
  label?: string;
  role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'switch';
  chosen?: boolean;
  disabled?: boolean;
  style?: CSSProperties;
  onTap(): void;
}

/** Anything that can be tapped: by finger, by key, by screen reader alike. */
export function Tap({
  className = '',
  label,
  role = 'button',
  chosen,
  disabled,
  style,
  onTap,
  children,
}: PropsWithChildren<Props>) {
  const act = disabled ? undefined : onTap;
  // As words: WeChat's template would drop a plain false, and "off" would never be said.
  const state = chosen ? 'true' : 'false';
  const spoken = {
    ...(label ? { 'aria-label': label } : {}),
    ...(chosen === undefined
      ? {}
      : role === 'tab'
        ? { 'aria-selected': state }
        : role === 'button' || role === 'link'
          ? {}
          : { 'aria-checked': state }),
  };
  return (
    <View
      className={`tap ${className}`}
      {...spoken}
      {...pressable(role, act)}
      {...(act ? { onClick: act } : {})}
      {...(style ? { style } : {})}
    >
      {children}
    </View>
  );
}
