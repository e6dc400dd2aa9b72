import { useRead } from './queries';
import { useSignedIn } from './use-session';

/** Who I am here. Nothing while nobody is signed in. */
export function useMe() {
  const signedIn = useSignedIn();
  return useRead('GET /v1/me', {}, { enabled: signedIn });
}
