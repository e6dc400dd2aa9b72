import { type Static, Type } from '@sinclair/typebox';
import { Id, strict } from './common';
import { defineEndpoints } from './endpoint';

export const StoredFile = Type.Object({
  id: Id,
  type: Type.String(),
  bytes: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
});
export type StoredFile = Static<typeof StoredFile>;

export const files = defineEndpoints({
  'POST /v1/files': {
    summary: 'Put a photo; its place and maker (EXIF) are taken out',
    tag: 'files',
    callers: ['resident'],
    idempotent: true,
    upload: true,
    responses: { 201: StoredFile },
    errors: ['unsupported-media', 'payload-too-large', 'photo-unreadable'],
  },
  'GET /v1/files/:id': {
    summary: 'A photo of mine, or of a request I am in',
    tag: 'files',
    callers: ['resident'],
    params: strict({ id: Id }),
    responses: { 200: 'binary' },
  },
});
