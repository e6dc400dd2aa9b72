import { type Static, Type } from '@sinclair/typebox';
import { roles } from '../role';
import { languages } from '../text';
import { BuildingCode, Id, Instant, literals, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { RegionName } from './regions';

export const Home = Type.Object({
  /** The grid, or the community while the grid is not sure. */
  node: RegionCode,
  building: Type.Optional(BuildingCode),
  /** Province down to the node itself. */
  path: Type.Array(RegionName),
  buildingName: Type.Optional(Type.String()),
});

export const Me = Type.Object({
  id: Id,
  name: Type.Union([Type.String(), Type.Null()]),
  /** As a guard sees it: 张*兰. */
  maskedName: Type.Union([Type.String(), Type.Null()]),
  /** The community has seen this person; else the name is self-declared. */
  confirmed: Type.Boolean(),
  /** Their document was seen, but what comes with it waits for a second official. */
  confirmationWaits: Type.Optional(Type.Literal(true)),
  home: Type.Union([Home, Type.Null()]),
  language: Type.Union([literals(languages), Type.Null()]),
  /** The version of the privacy text agreed to, if any. */
  privacyVersion: Type.Union([Type.String(), Type.Null()]),
  grants: Type.Array(Type.Object({ role: literals(roles), node: RegionCode, nodeName: Type.String() })),
  session: Type.Object({ expiresAt: Instant }),
});
export type Me = Static<typeof Me>;

export const me = defineEndpoints({
  'GET /v1/me': {
    summary: 'Who I am here',
    tag: 'me',
    callers: ['resident'],
    responses: { 200: Me },
  },
  'PATCH /v1/me': {
    summary: 'Change my name, home or language; moving house takes effect at once',
    tag: 'me',
    callers: ['resident'],
    body: strict({
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })),
      home: Type.Optional(strict({ node: RegionCode, building: Type.Optional(BuildingCode) })),
      language: Type.Optional(literals(languages)),
    }),
    responses: { 200: Me },
    errors: ['region-unknown', 'consent-required'],
  },
  'PUT /v1/me/privacy-consent': {
    summary: 'Agree to a version of the privacy text',
    tag: 'me',
    callers: ['resident'],
    body: strict({ version: Type.String({ minLength: 1, maxLength: 20 }) }),
    responses: { 204: null },
  },
});
