import type { NoticeDraft } from '@contract/api';
import { when } from '../../../when';
import type { AuthorSpeech } from '../author-text';

/** Where a draft stands, in words. */
export const stateOf = ({ state, publishAt }: NoticeDraft, t: AuthorSpeech): string =>
  t(`author.state.${state}`, { time: publishAt ? when(publishAt, t) : '' });
