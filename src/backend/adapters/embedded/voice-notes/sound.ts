import { fail, ok, type Result } from '@contract/result';
import { longestVoiceSeconds, type VoiceType } from '@contract/service-request/voice';
import { fileTypeFromBuffer } from 'file-type';
import { parseBuffer } from 'music-metadata';
import { mp4Seconds } from './mp4-seconds';
import { webmSeconds } from './webm-seconds';

/** A minute of speech takes a fifth of it. */
const maxBytes = 1024 * 1024;
/** Recorders stop a little after they are told to, and encoders fill their last frame. */
const slackSeconds = 1;

/** What the content is, as its container's signature says; a container of films holds a sound where no picture is in it. */
const typeOf: Readonly<Record<string, VoiceType>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/aac': 'audio/aac',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
  'audio/webm': 'audio/webm',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

/** Which sound it is, and how long (s, rounded up). */
export async function soundIn(
  content: Buffer,
): Promise<Result<{ type: VoiceType; seconds: number }, 'unsupported' | 'unreadable' | 'too-long'>> {
  const type = typeOf[(await fileTypeFromBuffer(content))?.mime ?? ''];
  if (!type) return fail('unsupported');
  if (content.length > maxBytes) return fail('too-long');
  // What the parser says of a broken file quotes it at best.
  const format = await parseBuffer(content, { mimeType: type }, { duration: true, skipCovers: true }).then(
    ({ format }) => format,
    () => undefined,
  );
  if (format?.hasVideo) return fail('unsupported');
  const seconds = recordedSeconds(type, content) ?? format?.duration;
  if (!format?.hasAudio || seconds === undefined || !(seconds > 0)) return fail('unreadable');
  if (seconds > longestVoiceSeconds + slackSeconds) return fail('too-long');
  return ok({ type, seconds: Math.min(longestVoiceSeconds, Math.ceil(seconds)) });
}

/** By the sound itself, where a browser wrote it: its header comes first, when nobody knows how long it will be. */
function recordedSeconds(type: VoiceType, content: Buffer): number | undefined {
  try {
    if (type === 'audio/webm') return webmSeconds(content);
    return type === 'audio/mp4' ? mp4Seconds(content) : undefined;
  } catch {
    // It breaks off where a length should stand.
    return undefined;
  }
}
