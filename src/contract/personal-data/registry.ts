import type { Bilingual } from '../text';

/**
 * The one registry of personal data: every table that holds some, field by field, with why, on what ground and until when.
 * A test compares it with the database, so that no new column stays unexplained.
 */
export interface PersonalField {
  purpose: Bilingual;
  /** Personal Information Protection Law 个人信息保护法, art. 13 (1): the number that carries it. */
  basis: 'consent' | 'legal-duty' | 'contract';
}

/** When a row goes. `with-account`: when the account is closed. Days count from the moment named. */
export type Retention = { until: 'with-account' } | { after: string; days: number } | { with: string };

export interface PersonalTable {
  fields: Readonly<Record<string, PersonalField>>;
  /** Columns that say nothing about a person by themselves. */
  plain: readonly string[];
  retention: Retention;
}

const toServe: PersonalField = {
  purpose: { zh: '认出账号，办你的事', en: 'To know the account and serve it' },
  basis: 'contract',
};
const because = (zh: string, en: string, basis: PersonalField['basis'] = 'contract'): PersonalField => ({
  purpose: { zh, en },
  basis,
});

export const personalData: Readonly<Record<string, PersonalTable>> = {
  person: {
    fields: {
      id: toServe,
      name: because('码上和办事时用', 'For the code and for requests', 'consent'),
      confirmed: because('说明姓名社区见过', 'To say that the community has seen the person'),
      home_node: because(
        '知道谁来办、哪些通知有关',
        'To know who serves and which notices concern',
        'consent',
      ),
      home_building: because('楼栋通知只发到该楼', 'So that a notice for a building reaches it', 'consent'),
      language: because('用你的语言', 'To speak your language'),
      privacy_version: because('记住你同意了哪一版', 'To remember what was agreed to', 'legal-duty'),
      privacy_agreed_at: because('记住什么时候同意', 'To remember when', 'legal-duty'),
    },
    plain: ['created_at'],
    retention: { until: 'with-account' },
  },
  identity: {
    fields: {
      provider: toServe,
      subject: because('登录时认出你', 'To know you at sign-in'),
      person_id: toServe,
    },
    plain: [],
    retention: { with: 'person' },
  },
  role_grant: {
    fields: {
      person_id: toServe,
      role: because('知道谁有什么职责', 'To know who has which duty', 'legal-duty'),
      node: because('知道职责管到哪里', 'To know where a duty holds', 'legal-duty'),
    },
    plain: ['granted_at'],
    retention: { with: 'person' },
  },
  staff: {
    fields: {
      staff_number: because('对上县里的名册', "To match the county's list", 'legal-duty'),
      person_id: toServe,
      work_phone: because('居民打得到网格员', 'So that residents can call', 'legal-duty'),
      hours: because('居民知道什么时候能打', 'So that residents know when', 'legal-duty'),
      role: because('名册上的岗位', "The post on the county's list", 'legal-duty'),
      node: because('名册上的岗位在哪里', 'Where the post is', 'legal-duty'),
    },
    plain: [],
    retention: { with: 'person' },
  },
  invitation: {
    fields: { person_id: because('邀请给谁', 'Whom it invites') },
    plain: ['code_hash', 'expires_at', 'used_at'],
    retention: { after: 'expires_at', days: 30 },
  },
  session: {
    fields: { id: toServe, person_id: toServe },
    plain: ['token_hash', 'created_at', 'expires_at'],
    retention: { after: 'expires_at', days: 0 },
  },
  idempotency_key: {
    fields: {
      person_id: toServe,
      body: because('断线重发时给同样的答复', 'So that what is sent again gets the same answer'),
    },
    plain: ['key', 'fingerprint', 'status', 'created_at'],
    retention: { after: 'created_at', days: 7 },
  },
  code_spell: {
    fields: {
      person_id: because('停用丢失手机上的码', 'To end the codes of a lost phone'),
      holder_key: because('一部手机一把钥匙', 'One key a phone'),
      colour: because('颜色变了要说', 'To tell when a colour changes'),
    },
    plain: ['list', 'idx', 'status', 'expires_at'],
    retention: { after: 'expires_at', days: 2 },
  },
  photo: {
    fields: { owner_id: because('只给该看的人看', 'To show it only to those who may see it', 'consent') },
    plain: ['id', 'type', 'bytes', 'width', 'height', 'created_at'],
    retention: { with: 'service_request' },
  },
  service_request: {
    fields: {
      filer_id: because('知道给谁办、回给谁', 'To know whom it is for', 'consent'),
      owner_id: because('知道谁在办', 'To know who has it', 'legal-duty'),
      answers: because('办这件事', 'To handle the matter', 'consent'),
      words: because('办这件事', 'To handle the matter', 'consent'),
      place: because('知道在哪里', 'To know where', 'consent'),
    },
    plain: [
      'id',
      'number',
      'category',
      'catalogue_version',
      'node',
      'state',
      'version',
      'created_at',
      'changed_at',
    ],
    retention: { after: 'changed_at', days: 1095 },
  },
  service_request_event: {
    fields: {
      actor_id: because('每一步是谁做的', 'Who took each step', 'legal-duty'),
      words: because('说了什么', 'What was said', 'consent'),
    },
    plain: ['request_id', 'seq', 'event', 'role', 'state', 'destination', 'at'],
    retention: { with: 'service_request' },
  },
  service_request_photo: {
    fields: { photo_id: because('照片属于哪件事', 'Which matter a photo belongs to', 'consent') },
    plain: ['request_id', 'seq', 'position'],
    retention: { with: 'service_request' },
  },
  notice: {
    fields: { author_id: because('谁发的，要负责', 'Who published it answers for it', 'legal-duty') },
    plain: [
      'id',
      'msg_type',
      'severity',
      'category',
      'info',
      'author_node',
      'include',
      'include_grids',
      'except_nodes',
      'sent_at',
      'expires_at',
    ],
    retention: { after: 'sent_at', days: 1095 },
  },
  notice_read: {
    fields: {
      person_id: because('记住哪些看过', 'To remember what was read'),
      notice_id: because('记住哪些看过', 'To remember what was read'),
      read_at: because('记住什么时候看的', 'To remember when'),
    },
    plain: [],
    retention: { with: 'notice' },
  },
};

/** Tables that hold nothing about anybody: places, counts, and what the deployment notes of itself. */
export const impersonalTables: readonly string[] = [
  'region',
  'grid_shape',
  'building',
  'address',
  'request_count',
  'deployment',
];
