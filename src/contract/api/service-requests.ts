import { type Static, Type } from '@sinclair/typebox';
import { bodyKinds } from '../body/body';
import { behalfKinds } from '../service-request/behalf';
import { ratings } from '../figures/figures';
import { handBacks } from '../service-request/outside-desk';
import { attributeTypes, needGroups } from '../service-request/category';
import { outcomes } from '../service-request/outcome';
import { queueParts } from '../service-request/handling';
import { requestEvents, requestStates, type RequestEvent } from '../service-request/lifecycle';
import { voiceTypes } from '../service-request/voice';
import { isVisitEvent } from '../visit/visit';
import { Bilingual, Id, Instant, literals, Point, RegionCode, strict } from './common';
import { defineEndpoints } from './endpoint';
import { VisitSlot, VisitView } from './visit-slot';

const Contact = Type.Object({
  name: Bilingual,
  call: Type.Optional(Type.String()),
  hours: Type.Optional(Bilingual),
  where: Type.Optional(Bilingual),
});
const Limit = Type.Union([Type.Object({ hours: Type.Number() }), Type.Object({ days: Type.Number() })]);
const entry = {
  code: Type.String(),
  name: Bilingual,
  hint: Bilingual,
  group: literals(needGroups),
  words: Type.Array(Type.String()),
  source: Type.Object({ title: Bilingual, url: Type.Optional(Type.String()) }),
  /** Syllables of the name and of each Chinese word, for those who search without a Chinese keyboard: "lou dao dui wu". */
  pinyin: Type.Array(Type.String()),
};
const Danger = Type.Object({ text: Bilingual, call: literals(['110', '119', '120']) });
const AnsweredBy = Type.Optional(Type.Array(literals(bodyKinds)));
const Attribute = Type.Object({
  code: Type.String(),
  datatype: literals(attributeTypes),
  required: Type.Boolean(),
  text: Bilingual,
  choices: Type.Optional(
    Type.Array(
      Type.Object({
        key: Type.String(),
        name: Bilingual,
        danger: Type.Optional(Danger),
      }),
    ),
  ),
});
export const CategoryBody = Type.Union([
  Type.Object({
    ...entry,
    kind: Type.Literal('grid'),
    attributes: Type.Array(Attribute),
    place: literals(['required', 'none']),
    scope: literals(['public', 'private']),
    anonymous: Type.Boolean(),
    near: Type.Optional(Type.Object({ metres: Type.Number(), days: Type.Number() })),
    visit: Type.Optional(Type.Boolean()),
    /** A number to be called on is asked for. */
    callback: Type.Optional(Type.Boolean()),
    danger: Type.Optional(Danger),
    photos: Type.Integer(),
    photoHint: Type.Optional(Bilingual),
    /** A desk of the city or county handles it: what is filed is sent there, without who filed it. */
    handledBy: Type.Optional(Type.Object({ name: Bilingual, publishes: Type.Boolean() })),
    accept: Limit,
    resolve: Limit,
  }),
  Type.Object({
    ...entry,
    kind: Type.Literal('referral'),
    why: Bilingual,
    contacts: Type.Array(Contact),
    answeredBy: AnsweredBy,
    danger: Type.Optional(Danger),
  }),
  Type.Object({
    ...entry,
    kind: Type.Literal('council'),
    why: Bilingual,
    body: Contact,
    meets: Bilingual,
    answeredBy: AnsweredBy,
  }),
]);
export const CatalogueBody = Type.Object({ version: Type.String(), categories: Type.Array(CategoryBody) });

const Words = Type.String({ maxLength: 4000 });
const Photos = Type.Array(Id, { maxItems: 9, uniqueItems: true });

/** Where it is: an address of the county's list, a point of the map, or the filer's home grid alone. */
export const PlaceInput = strict({
  addressId: Type.Optional(Type.String({ maxLength: 64 })),
  point: Type.Optional(Point),
  /** "3 楼过道": what the address alone does not say. */
  note: Type.Optional(Type.String({ maxLength: 200 })),
  /** The resident's choice where a point lies near a boundary, or their home grid. */
  grid: Type.Optional(RegionCode),
  /** The home of whom it is for: where they live, which another phone need not know. */
  atHome: Type.Optional(Type.Literal(true)),
});

/** How somebody without an account is addressed at the door: 李奶奶. */
const Called = Type.String({ maxLength: 20 });
/** Neither my own nor of somebody who lets me file: for a neighbour without a phone, or by the team out of its work. */
export const BehalfInput = strict({ kind: literals(behalfKinds), called: Type.Optional(Called) });

const events = Object.keys(requestEvents) as RequestEvent[];

/** A voice note, as it stands in a timeline. */
export const VoiceShown = Type.Object({ id: Id, seconds: Type.Integer(), type: literals(voiceTypes) });

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  event: literals(events),
  at: Instant,
  /** Who: the filer is "you" to themselves; a handler has a masked name. */
  by: Type.Object({
    role: literals(['filer', 'handler', 'system']),
    maskedName: Type.Optional(Type.String()),
    /** A desk of the city or county, where nobody of the team did it. */
    desk: Type.Optional(Bilingual),
    /** Of `assign` by a desk: nobody there said no; it could not be handed over. */
    because: Type.Optional(literals(handBacks)),
  }),
  state: literals(requestStates),
  words: Type.Optional(Type.String()),
  photos: Type.Array(Id),
  /** What was spoken, beside or instead of words. */
  voice: Type.Optional(VoiceShown),
  /** For `refer`: who is responsible. For `escalate`: the place it goes up to. For `assign`: who has it next. */
  destination: Type.Optional(Type.String()),
  /** Said to all who joined as well. */
  forAll: Type.Optional(Type.Literal(true)),
  /** Of a visit: the hours offered, the one chosen, the one that fell through. */
  slots: Type.Optional(Type.Array(VisitSlot)),
  /** Of a call or a look at the door that is done: how it went. */
  outcome: Type.Optional(literals(outcomes)),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

/** What a request waits for, and until when: for the team to take or resolve it, for the filer to say whether it is done. */
export const RequestDue = Type.Object({
  waitsFor: literals(['accept', 'resolve', 'confirm']),
  at: Instant,
  /** Nearly due from here on. */
  warnAt: Instant,
  /** The resident was asked something; the clock stands until they answer, or until this moment. */
  standsUntil: Type.Optional(Instant),
  /** Reckoned over a year whose holidays are not published yet: it may still move. */
  provisional: Type.Boolean(),
});
export type RequestDue = Static<typeof RequestDue>;

export const RequestSummary = Type.Object({
  id: Id,
  /** Short, to be said on the phone: "W7-0042". */
  number: Type.String(),
  category: Type.String(),
  categoryName: Bilingual,
  state: literals(requestStates),
  node: RegionCode,
  nodeName: Type.String(),
  placeText: Type.String(),
  words: Type.String(),
  createdAt: Instant,
  changedAt: Instant,
  ownerMaskedName: Type.Union([Type.String(), Type.Null()]),
  /** Its owner is away: who stands in. */
  standInMaskedName: Type.Optional(Type.String()),
  /** At the desk: mine, or of whom I stand in for. */
  mine: Type.Optional(Type.Boolean()),
  /** At the desk: it came up to a place of mine. */
  up: Type.Optional(Type.Boolean()),
  /** How often the resident urged. */
  urged: Type.Integer(),
  /** Null once it has ended. */
  due: Type.Union([RequestDue, Type.Null()]),
  /** Overdue, it went one level up: the name of that place. */
  escalatedTo: Type.Optional(Type.String()),
  /** Filed without a name: the team does not see whose it is. */
  anonymous: Type.Optional(Type.Literal(true)),
  /** So many neighbours follow it too; who they are is told to nobody. */
  joined: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Filed by the caller for somebody else: whose it is. */
  forPersonId: Type.Optional(Id),
  /** Filed for the caller by somebody else: who asked. */
  askedByMaskedName: Type.Optional(Type.String()),
  /** Of a visit that is arranged: what there is to choose from, or when somebody comes. */
  visit: Type.Optional(VisitView),
  /** Grows by one with each event; send it back so that nobody acts on an old picture. */
  version: Type.Integer(),
});
export type RequestSummary = Static<typeof RequestSummary>;

export const ServiceRequest = Type.Composite([
  RequestSummary,
  Type.Object({
    catalogueVersion: Type.String(),
    answers: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
    ),
    photos: Type.Array(Id),
    /** Closed: it can be taken up again until then. */
    reopenBy: Type.Optional(Instant),
    /** Newest last; append-only. */
    timeline: Type.Array(TimelineEntry),
    /** What the caller can do now. */
    possible: Type.Array(literals(events)),
    relation: literals(['filer', 'handler']),
    /** To the team, unless it is anonymous: whose it is. */
    filerMaskedName: Type.Optional(Type.String()),
    behalf: Type.Optional(Type.Object({ kind: literals(behalfKinds), called: Type.Optional(Type.String()) })),
    /** What the filer said of it, for themselves alone. */
    rating: Type.Optional(literals(ratings)),
    /** A link that another system sent with it; nobody here has followed it. */
    mediaUrl: Type.Optional(Type.String()),
    /** To the team, on this page alone and until the matter is over: the number to call. */
    callbackPhone: Type.Optional(Type.String()),
    /** Of a matter in a public place: what anybody can read beside its kind, state and times. */
    public: Type.Optional(
      Type.Object({
        /** To the street. */
        place: Type.String(),
        /** What can be released, one by one, and whether it is. `part` names it: a photo by its id. */
        parts: Type.Array(
          Type.Object({
            part: Type.String(),
            kind: literals(['words', 'link', 'photo']),
            released: Type.Boolean(),
          }),
        ),
        /** The caller is an officer who decides that. */
        mayRelease: Type.Boolean(),
      }),
    ),
    /** Where it stands with the desk outside that its category is handled by. */
    outside: Type.Optional(
      Type.Object({
        name: Bilingual,
        state: literals(['to-send', 'in-doubt', 'sent', 'back', 'finished', 'ended']),
        /** To be said on the phone there. */
        number: Type.Optional(Type.String()),
      }),
    ),
  }),
]);
export type ServiceRequest = Static<typeof ServiceRequest>;

const id = strict({ id: Id });

export const serviceRequests = defineEndpoints({
  'GET /v1/service-catalogue': {
    summary: 'What can be asked for: the grid’s, not the grid’s, and for all to decide',
    tag: 'service-catalogue',
    callers: ['anyone'],
    responses: { 200: CatalogueBody },
  },
  'POST /v1/service-requests': {
    summary: 'File a request to the grid',
    tag: 'service-requests',
    callers: ['resident'],
    idempotent: true,
    body: strict({
      /** For whom: somebody who lets me file for them; myself without it. */
      personId: Type.Optional(Id),
      /** With `personId` and `met-on-visit`: a resident of mine, who has an account and stands before me. */
      behalf: Type.Optional(BehalfInput),
      /** Where the category allows it: the team never sees whose it is, replies still arrive. */
      anonymous: Type.Optional(Type.Boolean()),
      category: Type.String({ maxLength: 60 }),
      /** Of the catalogue the filer saw: its questions and limits hold, however late it is sent. */
      catalogueVersion: Type.Optional(Type.String({ maxLength: 60 })),
      answers: Type.Record(
        Type.String({ maxLength: 60 }),
        Type.Union([Words, Type.Number(), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })]),
      ),
      words: Type.Optional(Words),
      photos: Type.Optional(Photos),
      /** A voice note beside or instead of words; never of what is filed without a name. */
      voice: Type.Optional(Id),
      place: Type.Optional(PlaceInput),
      /** The number to be called on, where the category asks for one; kept until the matter is over. */
      callback: Type.Optional(Type.String({ pattern: '^\\+?[0-9][0-9 -]{4,17}[0-9]$' })),
    }),
    responses: { 201: ServiceRequest },
    errors: [
      'category-unknown',
      'category-not-filed',
      'answers-invalid',
      'photo-unknown',
      'voice-unknown',
      'voice-names-you',
      'place-required',
      'region-unknown',
      'grid-ambiguous',
      'home-required',
      'consent-required',
      'not-in-family',
      'anonymous-not-here',
    ],
  },
  'GET /v1/service-requests': {
    summary:
      'Mine, newest first; or (scope=desk) those of the grids I serve, and of these what is open by its clock',
    tag: 'service-requests',
    callers: ['resident'],
    query: strict({
      scope: Type.Optional(literals(['mine', 'desk'])),
      /** With `mine`: whose, where somebody lets me read what was filed for them. */
      personId: Type.Optional(Id),
      open: Type.Optional(Type.Boolean()),
      /** With `desk`, of what is open. */
      part: Type.Optional(literals(queueParts)),
      category: Type.Optional(Type.String({ maxLength: 60 })),
      before: Type.Optional(Instant),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    responses: { 200: Type.Array(RequestSummary) },
    errors: ['not-in-family'],
  },
  'GET /v1/service-requests/:id': {
    summary: 'One request with its timeline',
    tag: 'service-requests',
    callers: ['resident'],
    params: id,
    responses: { 200: ServiceRequest },
  },
  'POST /v1/service-requests/:id/events': {
    summary: 'One step in the life of a request',
    tag: 'service-requests',
    callers: ['resident'],
    idempotent: true,
    params: id,
    body: strict({
      event: literals(
        events.filter((event) => !['submit', 'escalate', 'time-out'].includes(event) && !isVisitEvent(event)),
      ),
      /** The version the caller saw; an older one is refused with `changed-meanwhile`. */
      version: Type.Integer({ minimum: 1 }),
      words: Type.Optional(Words),
      photos: Type.Optional(Photos),
      voice: Type.Optional(Id),
      /** For `refer`: the body responsible, in words. */
      destination: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      /** For `assign`, one of the two or, back to the whole team, neither: a colleague of the grid. */
      nextOwner: Type.Optional(Id),
      /** … or another grid or community desk of the same county. */
      nextNode: Type.Optional(RegionCode),
      /** Takes it first where nobody has it: two steps in one, both or neither. */
      take: Type.Optional(Type.Boolean()),
      /** By the team: words and photos are for the neighbours who joined as well. */
      forAll: Type.Optional(Type.Boolean()),
      /** For `resolve` of a call or a look at the door: how it went. */
      outcome: Type.Optional(literals(outcomes)),
    }),
    responses: { 201: ServiceRequest },
    errors: ['event-refused', 'changed-meanwhile', 'photo-unknown', 'voice-unknown', 'voice-names-you'],
  },
  'PUT /v1/service-requests/:id/releases/:part': {
    summary: 'Release a part of a request to the public, or take it back',
    tag: 'service-requests',
    callers: ['officer'],
    params: strict({ id: Id, part: Type.String({ pattern: '^(words|link|[0-9a-f-]{36})$' }) }),
    body: strict({ released: Type.Boolean() }),
    responses: { 200: ServiceRequest },
    errors: ['not-public'],
  },
});
