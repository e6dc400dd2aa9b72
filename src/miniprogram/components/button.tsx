import type { IconName } from '../look/icon-name';
import { Icon } from './icon';
import { Tap } from './tap';

interface Props {
  text: string;
  onTap(): void;
  /** One filled button a screen. */
  kind?: 'filled' | 'outline' | 'tint' | 'link';
  icon?: IconName;
  small?: boolean;
  disabled?: boolean;
  className?: string;
  label?: string;
}

export function Button({
  text,
  onTap,
  kind = 'filled',
  icon,
  small,
  disabled,
  className = '',
  label,
}: Props) {
  const look = `weui-btn button ${disabled ? 'off' : kind} ${small ? 'small' : ''} ${className}`;
  return (
    <Tap className={look} onTap={onTap} {...(disabled ? { disabled } : {})} {...(label ? { label } : {})}>
      {icon && <Icon name={icon} />}
      {text}
    </Tap>
  );
}
