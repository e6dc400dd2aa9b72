/** A voice note is at most so long, in seconds. */
export const longestVoiceSeconds = 60;

/** As phones record them: MP3 and AAC (weapp), MP4, WebM and Ogg (browsers). Told by content, never by name. */
export const voiceTypes = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm', 'audio/ogg'] as const;
export type VoiceType = (typeof voiceTypes)[number];

/** Whether a matter may be spoken: a voice tells who somebody is, so what is filed without a name is written. */
export const mayBeSpoken = (matter: { anonymous?: boolean | undefined }): boolean =>
  matter.anonymous !== true;

/** Whether what is spoken stands for a written answer: not where a system handles it that takes no voice notes. */
export const standsForWords = (matter: { anonymous?: boolean | undefined; handledBy?: unknown }): boolean =>
  mayBeSpoken(matter) && matter.handledBy === undefined;
