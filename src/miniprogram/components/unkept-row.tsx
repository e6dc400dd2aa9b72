import { View } from '@tarojs/components';
import { useKeeping } from '../backend/keeping';
import { useOutbox } from '../backend/use-outbox';
import { useText } from '../locales';
import { StatusRow } from './status-row';

/** Where the phone's storage is blocked or full: everything works, and is gone once the app is closed. */
export function UnkeptRow() {
  const t = useText();
  const keeping = useKeeping();
  const unsent = useOutbox().length;
  if (keeping) return null;
  return (
    <StatusRow icon="lost">
      {t('common.unkept')}
      {unsent > 0 && <View>{t('common.unkept.unsent', { count: unsent })}</View>}
    </StatusRow>
  );
}
