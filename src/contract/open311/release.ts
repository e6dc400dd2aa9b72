/** A part of a request that an officer may release: what its filer wrote, the link sent with it, or one photo by its id. */
export interface ReleasablePart {
  part: string;
  kind: 'words' | 'link' | 'photo';
}

/** All of a request that can be released, one by one; what was said in its course never is. */
export const releasableParts = (request: {
  words: string;
  mediaUrl?: string | undefined;
  timeline: readonly { photos: readonly string[] }[];
}): ReleasablePart[] => [
  ...(request.words.trim() === '' ? [] : [{ part: 'words', kind: 'words' as const }]),
  ...(request.mediaUrl === undefined ? [] : [{ part: 'link', kind: 'link' as const }]),
  ...[...new Set(request.timeline.flatMap(({ photos }) => photos))].map((id): ReleasablePart => ({
    part: id,
    kind: 'photo',
  })),
];
