import { usePhone } from './phone-context';
import { useRead } from './queries';
import { useSignedIn } from './use-session';

/** Where sockets are blocked, the phone asks this often. */
const pollMs = 30_000;

/** The notices of this person, live or polled. */
export function useNotices() {
  const { live } = usePhone();
  const signedIn = useSignedIn();
  return useRead(
    'GET /v1/notices',
    {},
    { enabled: signedIn, refetchInterval: live()?.connected() ? false : pollMs },
  );
}

/** How many notices are unread; 0 while nobody is signed in or no home is chosen. */
export const useUnread = (): number => useNotices().data?.unread ?? 0;
