import { type Static, Type } from '@sinclair/typebox';
import { voiceTypes } from '../service-request/voice';
import { Id, literals, strict } from './common';
import { defineEndpoints } from './endpoint';

const StoredPhoto = Type.Object({
  id: Id,
  type: Type.String(),
  bytes: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
});
const StoredVoiceNote = Type.Object({
  id: Id,
  type: literals(voiceTypes),
  bytes: Type.Integer(),
  seconds: Type.Integer(),
});
const StoredPdf = Type.Object({ id: Id, type: Type.Literal('application/pdf'), bytes: Type.Integer() });
export const StoredFile = Type.Union([StoredPhoto, StoredVoiceNote, StoredPdf]);
export type StoredFile = Static<typeof StoredFile>;

export const files = defineEndpoints({
  'POST /v1/files': {
    summary:
      'Put a photo, whose place and maker (EXIF) are taken out, a voice note of at most 60 s, or a PDF',
    tag: 'files',
    callers: ['resident'],
    idempotent: true,
    upload: true,
    responses: { 201: StoredFile },
    errors: [
      'unsupported-media',
      'payload-too-large',
      'photo-unreadable',
      'voice-unreadable',
      'voice-too-long',
      'pdf-unreadable',
    ],
  },
  'GET /v1/files/:id': {
    summary: 'A photo, voice note or PDF of mine, of a request I am in, or of a notice that I may read',
    tag: 'files',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: 'binary' },
  },
});
