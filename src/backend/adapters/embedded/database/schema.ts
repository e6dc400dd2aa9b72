import type { Answers } from '@contract/declaration/declaration';
import type { ColourReason } from '@contract/health-rules/decision';
import type { Act } from '@contract/proposal/act';
import type { HealthRule } from '@contract/health-rules/rule';
import type { Attachment, Content, Info } from '@contract/notice/content';
import type { Policy } from '@contract/notice/policy';
import type { Indicator } from '@contract/risk-map/level';
import type { Catalogue } from '@contract/service-request/category';
import type { PublishedYear } from '@contract/working-time/published-year';
import type { Bilingual } from '@contract/text';
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type Moment = ColumnType<Date, Date, Date>;
/** Written as YYYY-MM-DD. Read it as text: the driver's Date is midnight of wherever the process runs. */
type Day = ColumnType<Date | null, string | null, string | null>;

export interface Schema {
  region: { code: string; name: string; level: string; parent: string | null };
  grid_shape: {
    code: string;
    about: string;
    rings: Json<[number, number][][]>;
    outline: ColumnType<string, string, string>;
  };
  building: { code: string; grid: string; name: string };
  address: {
    id: string;
    text: string;
    other_names: string[];
    building: string | null;
    doors: string[];
    grid: string;
    lng: number | null;
    lat: number | null;
    plain: Generated<string>;
    plain_names: Generated<string>;
    pinyin: Generated<string>;
    initials: Generated<string>;
  };
  person: {
    id: string;
    name: string | null;
    confirmed: Generated<boolean>;
    home_node: string | null;
    home_building: string | null;
    home_door: string | null;
    language: string | null;
    privacy_version: string | null;
    privacy_agreed_at: Moment | null;
    person_key: Buffer | null;
    born_on: Day;
    joined_into: string | null;
    created_at: Moment;
  };
  identity: { provider: string; subject: string; person_id: string };
  role_grant: { person_id: string; role: string; node: string; granted_at: Moment };
  staff: {
    staff_number: string;
    person_id: string;
    work_phone: string;
    hours: string;
    role: string;
    node: string;
  };
  invitation: { code_hash: Buffer; person_id: string; expires_at: Moment; used_at: Moment | null };
  session: {
    id: string;
    token_hash: Buffer;
    person_id: string;
    created_at: Moment;
    expires_at: Moment;
    device: Generated<string>;
    used_on: Day;
    periodic_hash: Buffer | null;
  };
  family_relation: {
    id: string;
    kind: string;
    state: string;
    actor_id: string;
    person_id: string;
    called_as: string;
    may: string[];
    since: Moment;
    ended_at: Moment | null;
  };
  family_ask: { code_hash: Buffer; actor_id: string; kind: string; called_as: string; expires_at: Moment };
  family_log: { relation_id: string; what: string; at: Moment };
  confirmation_code: {
    code_hash: Buffer;
    person_id: string;
    relation_id: string | null;
    expires_at: Moment;
  };
  account_join: {
    id: string;
    first_id: string;
    second_id: string;
    seen_by: string | null;
    device: string;
    asked_at: Moment;
    answered_at: Moment | null;
    joined: boolean | null;
  };
  idempotency_key: {
    person_id: string;
    key: string;
    fingerprint: string;
    status: number;
    body: Json<unknown>;
    created_at: Moment;
  };
  code_spell: {
    list: number;
    idx: number;
    id: Generated<string>;
    person_id: string | null;
    bearer_id: string | null;
    session_id: string | null;
    /** Null on paper. */
    holder_key: Buffer | null;
    colour: string;
    status: Generated<number>;
    /** The newest spell of its key; on paper always. */
    current: Generated<boolean>;
    issued_at: Moment | null;
    expires_at: Moment;
  };
  declaration: {
    id: string;
    person_id: string;
    declared_by: string | null;
    answers: Json<Answers>;
    filed_at: Moment;
    amended_at: Moment | null;
    expires_at: Moment;
  };
  fact: {
    id: string;
    /** Null while it waits for who has the key. */
    person_id: string | null;
    person_key: Buffer | null;
    kind: string;
    values: Json<Record<string, string | number | boolean>>;
    source: string;
    from_whom: Json<{ zh: string; en: string }>;
    since: Moment;
    expires_at: Moment;
    entered_at: Moment;
    declaration_id: string | null;
    proposal_id: string | null;
    /** The source outside that says so, and its own name for it; null of what was entered here. */
    origin: string | null;
    origin_id: string | null;
  };
  source_heard: { person_id: string; origin: string; heard_at: Moment };
  source_feed: { origin: string; cursor: string; read_at: Moment };
  person_colour: {
    person_id: string;
    colour: string;
    since: Moment;
    recheck_at: Moment | null;
  };
  home_recheck: { node: string; recheck_at: Moment };
  colour_change: {
    batch_id: string;
    person_id: string;
    was: string;
    colour: string;
    at: Moment;
  };
  issuer_key: {
    /** Base64url, as in a trust list. */
    kid: string;
    county: string;
    alg: string;
    public_key: Buffer;
    /** Unknown of the key that ISSUER_KEY names. */
    made_at: Moment | null;
    used_from: Moment;
    revoked_at: Moment | null;
  };
  /** A bigint is read as text. */
  log_entry: { seq: string; entry: string; hash: Buffer; signature: Buffer };
  log_personal: {
    seq: string;
    name: string;
    salt: Buffer;
    text: string;
    emergency_id: string | null;
    person_id: string | null;
  };
  trusted_signer: {
    kid: string;
    key: string;
    alg: string;
    country: string;
    uses: string[] | null;
    not_before: Moment;
    not_after: Moment;
    added_at: Moment;
  };
  trusted_deployment: {
    county: string;
    address: string;
    issuers: Json<{ kid: string; alg: string; key: string; notBefore?: string; notAfter?: string }[]>;
    added_at: Moment;
  };
  passed_status_list: {
    /** `<county>-<list>`. */
    id: string;
    county: string;
    content: Buffer;
    etag: string | null;
    issued_at: Moment;
    fetched_at: Moment;
  };
  photo: {
    id: string;
    owner_id: string | null;
    type: string;
    bytes: number;
    width: number;
    height: number;
    created_at: Moment;
  };
  pdf: {
    id: string;
    owner_id: string | null;
    bytes: number;
    created_at: Moment;
  };
  voice_note: {
    id: string;
    owner_id: string | null;
    type: string;
    bytes: number;
    seconds: number;
    created_at: Moment;
  };
  service_request: {
    id: string;
    number: string;
    category: string;
    catalogue_version: string;
    filer_id: string;
    node: string;
    state: string;
    owner_id: string | null;
    answers: Json<Record<string, string | number | string[]>>;
    words: string;
    place: Json<{ addressId?: string; point?: { lng: number; lat: number }; note?: string; text: string }>;
    version: number;
    created_at: Moment;
    changed_at: Moment;
    waits_for: string | null;
    due_at: Moment | null;
    warn_at: Moment | null;
    stands_until: Moment | null;
    due_provisional: Generated<boolean>;
    warned: Generated<boolean>;
    escalated_to: string | null;
    anonymous: Generated<boolean>;
    filed_by: string | null;
    behalf: Json<{ kind: string; called?: string }> | null;
    spot_cell: string | null;
    spot_lng: number | null;
    spot_lat: number | null;
    spot_name: string | null;
    overdue_at: Moment | null;
    rating: string | null;
    rated_at: Moment | null;
    media_url: string | null;
    urged: Generated<number>;
  };
  request_release: { request_id: string; part: string; by_id: string | null; at: Moment };
  api_key: {
    id: string;
    name: string;
    key_hash: Buffer;
    person_id: string;
    created_at: Moment;
    revoked_at: Moment | null;
  };
  absence: { person_id: string; until_at: Moment; stand_in: string };
  nudge_grant: {
    id: string;
    person_id: string;
    kind: string;
    request_id: string | null;
    template_id: string;
    granted_at: Moment;
    spent_on: string | null;
  };
  shared_token: {
    name: string;
    sealed: Buffer | null;
    good_until: Moment;
    leased_until: Moment;
  };
  reply_phrase: { person_id: string; position: number; text: string };
  service_request_event: {
    request_id: string;
    seq: number;
    event: string;
    role: string;
    actor_id: string | null;
    state: string;
    words: string | null;
    destination: string | null;
    /** The desk outside that took the step. */
    desk: string | null;
    /** Hours of a visit that the step is about. */
    slots: ColumnType<{ from: string; until: string }[] | null, string | null | undefined, never>;
    outcome: ColumnType<string | null, string | null | undefined, never>;
    at: Moment;
    next_owner: string | null;
    next_node: string | null;
    voice_id: string | null;
    for_all: Generated<boolean>;
  };
  service_request_follower: { request_id: string; person_id: string; joined_at: Moment };
  outside_matter: {
    request_id: string;
    desk: string;
    service_code: string;
    state: string;
    reference: string | null;
    outside_number: string | null;
    attempts: Generated<number>;
    sent_at: Moment | null;
    next_at: Moment;
    created_at: Moment;
  };
  outside_step: { request_id: string; step_id: string; kind: string; at: Moment; heard_at: Moment };
  visit: {
    request_id: string;
    worker_id: string;
    offered: Json<{ from: string; until: string }[]>;
    starts_at: Moment | null;
    ends_at: Moment | null;
    moves: number;
  };
  callback_phone: { request_id: string; phone: string };
  service_request_photo: { request_id: string; seq: number; photo_id: string; position: number };
  request_count: { prefix: string; last: number };
  notice: {
    id: string;
    event_id: string;
    version: Generated<number>;
    references_id: string | null;
    superseded_at: Moment | null;
    /** A bigint, which the driver reads as text. */
    seq: ColumnType<string, string | number, never>;
    identifier: string | null;
    msg_type: string;
    severity: string;
    urgency: Generated<string>;
    certainty: Generated<string>;
    category: string;
    info: Json<Info[]>;
    author_id: string | null;
    author_node: string;
    include: string[];
    include_grids: string[];
    except_nodes: string[];
    sent_at: Moment;
    onset: Moment | null;
    expires_at: Moment | null;
    web: string | null;
    pinned: Generated<boolean>;
    acknowledge: Generated<boolean>;
    knock_at: Moment | null;
    policy: ColumnType<Policy | null, string | null, never>;
    attachments: ColumnType<Attachment[], string | undefined, never>;
    source: string | null;
    approved_by: string | null;
    pinyin: Generated<string>;
  };
  cap_message: {
    key: string;
    sender: string;
    identifier: string;
    sent: Moment;
    msg_type: string;
    origin: string;
    signed: boolean;
    refers_to: string[];
    event_id: string | null;
    kept_because: string | null;
    taken_at: Moment;
  };
  cap_quarantine: {
    id: string;
    origin: string;
    digest: Buffer;
    reasons: string[];
    content: Buffer;
    taken_at: Moment;
  };
  warning_entry: {
    feed: string;
    entry: Buffer;
    attempts: number;
    next_at: Moment | null;
    seen_at: Moment;
  };
  notice_draft: {
    id: string;
    author_id: string | null;
    node: string;
    state: string;
    content: Json<Content>;
    event_id: string | null;
    seen_version: number | null;
    publish_at: Moment | null;
    approved_by: string | null;
    returned_because: string | null;
    version: number;
    created_at: Moment;
    changed_at: Moment;
  };
  notice_acknowledged: { event_id: string; person_id: string; by_id: string | null; at: Moment };
  notice_delivered: {
    person_id: string;
    seq: ColumnType<string, string | number, string | number>;
    at: Moment;
  };
  followed_place: { person_id: string; node: string; label: string; since: Moment };
  muted_category: { person_id: string; category: string };
  look_in_wish: { person_id: string; reasons: string[]; at: Moment };
  notice_read: { notice_id: string; person_id: string; read_at: Moment };
  venue: { id: string; name: string; node: string; created_at: Moment };
  exposure_notice: {
    id: string;
    venue_id: string;
    from_at: Moment;
    until_at: Moment;
    advice: Json<{ zh: string; en: string }>;
    publisher_id: string | null;
    published_at: Moment;
    withdrawn_at: Moment | null;
  };
  checkpoint: { id: string; name: string; node: string; desk_phone: string; created_at: Moment };
  set_up_code: { code_hash: Buffer; checkpoint_id: string; expires_at: Moment };
  checkpoint_duty: {
    id: string;
    checkpoint_id: string;
    person_id: string;
    session_id: string | null;
    started_at: Moment;
    ends_at: Moment;
  };
  checkpoint_count: { duty_id: string; hour: Moment; pass: number; ask: number; stop: number };
  emergency: {
    id: string;
    county: string;
    level: string;
    legal_basis: Json<{ zh: string; en: string }>;
    gate_kinds: string[];
    opened_at: Moment;
    ends_at: Moment;
    ended_at: Moment | null;
    /** Rows deleted so far, by table. */
    counts: ColumnType<Record<string, number>, string | undefined, string>;
    deleted_at: Moment | null;
  };
  emergency_renewal: { emergency_id: string; at: Moment; ends_at: Moment };
  proposal: {
    id: string;
    kind: string;
    act: Json<Act>;
    subject_id: string | null;
    node: string;
    reason: string;
    /** Null when that account was closed. */
    proposed_by: string | null;
    proposed_node: string;
    state: string;
    worsens: number;
    counted: string[];
    needs_level_above: boolean;
    filed_at: Moment;
    decided_at: Moment | null;
    refused_by: string | null;
    refusal: string | null;
  };
  proposal_signature: { proposal_id: string; person_id: string; node: string; at: Moment };
  reading_log: { subject_id: string; reader_id: string | null; role: string; what: string; at: Moment };
  consent: {
    id: string;
    person_id: string;
    kind: string;
    version: string;
    given_at: Moment;
    withdrawn_at: Moment | null;
  };
  account_closing: { person_id: string; asked_at: Moment; answer_by: Moment };
  appeal: {
    id: string;
    person_id: string;
    filed_by: string | null;
    way: string;
    home: string;
    node: string;
    reason: Json<ColourReason>;
    state: string;
    owner_id: string | null;
    due_at: Moment;
    warned: Generated<boolean>;
    version: number;
    filed_at: Moment;
    changed_at: Moment;
  };
  appeal_event: {
    appeal_id: string;
    seq: number;
    event: string;
    role: string;
    actor_id: string | null;
    state: string;
    node: string;
    words: string | null;
    remedy: string | null;
    colour: string | null;
    at: Moment;
  };
  appeal_photo: { appeal_id: string; seq: number; photo_id: string; position: number };
  duty_roster: {
    node: string;
    position: number;
    person_id: string;
    weekday: number | null;
    day: Day;
    from_clock: string;
    until_clock: string;
  };
  service_catalogue: { version: string; catalogue: Json<Catalogue>; in_force_from: Moment | null };
  health_rule_set: { proposal_id: string; rules: Json<HealthRule[]>; in_force_from: Moment };
  published_year: { year: number; content: Json<PublishedYear>; brought_at: Moment };
  risk_level: {
    id: string;
    node: string;
    level: string;
    reason: Json<Bilingual>;
    indicators: Json<Indicator[]>;
    proposal_id: string;
    since: Moment;
    ended_at: Moment | null;
  };
  body: {
    id: string;
    node: string;
    kind: string;
    name: string;
    call: string | null;
    address: string | null;
    hours: string | null;
    meets_at: Moment | null;
    meets_where: string | null;
    agenda: string[];
    kept_by_itself: boolean;
    touched_at: Moment;
    closed_from: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  body_invitation: { code_hash: Buffer; body_id: string; expires_at: Moment };
  body_steward: { body_id: string; person_id: string; since: Moment };
  complaint: {
    id: string;
    filer_id: string;
    county: string;
    kind: string;
    state: string;
    answer_by: Moment | null;
    photo_id: string | null;
    /** Of one about handling, with the node that answers. */
    request_id: string | null;
    node: string | null;
    escalated: Generated<boolean>;
    version: number;
    created_at: Moment;
    changed_at: Moment;
  };
  complaint_event: {
    complaint_id: string;
    seq: number;
    event: string;
    role: string;
    actor_id: string | null;
    words: string | null;
    at: Moment;
  };
  deployment: { name: string; value: string };
}
