import { useRead } from './queries';

/** Who I am here. Nothing while nobody is signed in. */
export function useMe() {
  return useRead('GET /v1/me', {});
}
