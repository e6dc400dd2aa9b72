import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type Moment = ColumnType<Date, Date, Date>;

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
  };
  person: {
    id: string;
    name: string | null;
    confirmed: Generated<boolean>;
    home_node: string | null;
    home_building: string | null;
    language: string | null;
    privacy_version: string | null;
    privacy_agreed_at: Moment | null;
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
  session: { id: string; token_hash: Buffer; person_id: string; created_at: Moment; expires_at: Moment };
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
    person_id: string | null;
    holder_key: Buffer;
    colour: string;
    status: Generated<number>;
    expires_at: Moment;
  };
  photo: {
    id: string;
    owner_id: string;
    type: string;
    bytes: number;
    width: number;
    height: number;
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
  };
  service_request_event: {
    request_id: string;
    seq: number;
    event: string;
    role: string;
    actor_id: string | null;
    state: string;
    words: string | null;
    destination: string | null;
    at: Moment;
  };
  service_request_photo: { request_id: string; seq: number; photo_id: string; position: number };
  request_count: { prefix: string; last: number };
  notice: {
    id: string;
    msg_type: string;
    severity: string;
    category: string;
    info: Json<{ language: 'zh' | 'en'; headline: string; description: string; instruction?: string }[]>;
    author_id: string;
    author_node: string;
    include: string[];
    include_grids: string[];
    except_nodes: string[];
    sent_at: Moment;
    expires_at: Moment | null;
  };
  notice_read: { notice_id: string; person_id: string; read_at: Moment };
  deployment: { name: string; value: string };
}
