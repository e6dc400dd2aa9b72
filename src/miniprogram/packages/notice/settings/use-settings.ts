import type { InputOf } from '@contract/api';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useAct } from '../../../backend/use-act';

type Change = InputOf<'PUT /v1/me/notice-settings'>['body'];

/** What I want to hear of, and one change at a time: what is shown afterwards is what the server holds. */
export function useNoticeSettings() {
  const { client, queries } = usePhone();
  const read = useRead('GET /v1/me/notice-settings', {});
  const { busy, refused, act } = useAct();
  const change = (body: Change, done?: () => void): void =>
    act(async () => {
      await client.call('PUT /v1/me/notice-settings', { body });
      await queries.invalidateQueries();
      done?.();
    });
  return { read, busy, refused, change };
}
export type NoticeSettings = NonNullable<ReturnType<typeof useNoticeSettings>['read']['data']>;
export type ChangeSettings = ReturnType<typeof useNoticeSettings>['change'];
