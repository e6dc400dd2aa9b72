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

/** Where what is held comes from, as it is said to the person it is about. */
export const dataSources = {
  you: { zh: '你自己填的', en: 'You said it' },
  phone: { zh: '你的手机', en: 'Your phone' },
  family: { zh: '你或你的家人', en: 'You or your family' },
  desk: { zh: '社区看证件时记的', en: 'The community desk, from your document' },
  county: { zh: '县里的名册', en: 'The county’s list of those who serve' },
  handling: { zh: '办事时产生的', en: 'It came of handling a matter' },
  system: { zh: '系统自动记的', en: 'Noted by the system' },
  official: { zh: '工作人员填的，写明依据', en: 'An official, who names the ground' },
  city: { zh: '市里的平台', en: 'The city’s platform' },
} as const satisfies Record<string, Bilingual>;
export type DataSource = keyof typeof dataSources;

/**
 * How a row belongs to a person: a column holds their id, or (`through`) the `key` of a row of another table that does.
 * `shows`: the columns that are about this person, where the rest of the row is somebody else's.
 */
export interface Belonging {
  column: string;
  through?: { table: string; key: string };
  shows?: readonly string[];
}

export interface PersonalTable {
  /** What it is, to the person it is about. */
  name?: Bilingual;
  source?: DataSource;
  /** Any of these makes a row a person's. */
  of?: readonly Belonging[];
  /** Columns that nobody can read, or that repeat what stands elsewhere: that there is something is said, not what. */
  sealed?: readonly string[];
  fields: Readonly<Record<string, PersonalField>>;
  /** Columns that say nothing about a person by themselves. */
  plain: readonly string[];
  retention: Retention;
  /** There only because of a declared emergency: empty once it has ended and what it brought is deleted. */
  deletedWithEmergency?: true;
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
    name: { zh: '你是谁、住在哪个网格', en: 'Who you are and the grid you live in' },
    source: 'you',
    of: [{ column: 'id' }],
    sealed: ['person_key'],
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
      person_key: because('同一个人只有一个码', 'So that one person has one code', 'consent'),
      born_on: because('未成年人才记，满 18 岁就删', 'Of minors only, deleted at eighteen', 'consent'),
      joined_into: because('合并过的账号指向新账号', 'Where a joined account went'),
    },
    plain: ['created_at'],
    retention: { until: 'with-account' },
  },
  identity: {
    name: { zh: '登录用的账号', en: 'The account you sign in with' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      provider: toServe,
      subject: because('登录时认出你', 'To know you at sign-in'),
      person_id: toServe,
    },
    plain: [],
    retention: { with: 'person' },
  },
  role_grant: {
    name: { zh: '你的职责', en: 'Your duties' },
    source: 'county',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: toServe,
      role: because('知道谁有什么职责', 'To know who has which duty', 'legal-duty'),
      node: because('知道职责管到哪里', 'To know where a duty holds', 'legal-duty'),
    },
    plain: ['granted_at'],
    retention: { with: 'person' },
  },
  staff: {
    name: { zh: '名册上的你', en: 'You on the county’s list' },
    source: 'county',
    of: [{ column: 'person_id' }],
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
    name: { zh: '给你的邀请', en: 'Invitations to you' },
    source: 'county',
    of: [{ column: 'person_id' }],
    fields: { person_id: because('邀请给谁', 'Whom it invites') },
    plain: ['code_hash', 'expires_at', 'used_at'],
    retention: { after: 'expires_at', days: 30 },
  },
  session: {
    name: { zh: '登录过的手机', en: 'Phones signed in as you' },
    source: 'phone',
    of: [{ column: 'person_id' }],
    fields: {
      id: toServe,
      person_id: toServe,
      device: because('丢了手机时认得出是哪台', 'To know which phone it is when one is lost'),
      used_on: because('看得出哪台还在用', 'To see which phone is still used'),
    },
    plain: ['token_hash', 'periodic_hash', 'created_at', 'expires_at'],
    retention: { after: 'expires_at', days: 0 },
  },
  family_relation: {
    name: { zh: '家人：谁替谁办', en: 'Family: who acts for whom' },
    source: 'family',
    of: [{ column: 'actor_id' }, { column: 'person_id' }],
    fields: {
      kind: because('知道是监护还是代办', 'To know whether one guards or helps', 'consent'),
      actor_id: because('谁替谁办', 'Who acts for whom', 'consent'),
      person_id: because('谁替谁办', 'Who acts for whom', 'consent'),
      called_as: because('按你的叫法显示', 'To show what you call them', 'consent'),
      may: because('只能办对方选的事', 'Only what the other chose', 'consent'),
      since: because('从什么时候开始', 'Since when', 'consent'),
    },
    plain: ['id', 'state', 'ended_at'],
    retention: { after: 'ended_at', days: 365 },
  },
  family_ask: {
    name: { zh: '你发出的帮忙请求', en: 'What you asked the family' },
    source: 'you',
    of: [{ column: 'actor_id' }],
    fields: {
      actor_id: because('谁想帮忙', 'Who wants to help', 'consent'),
      kind: because('想做监护人还是代办', 'As guardian or as helper', 'consent'),
      called_as: because('按你的叫法显示', 'To show what you call them', 'consent'),
    },
    plain: ['code_hash', 'expires_at'],
    retention: { after: 'expires_at', days: 0 },
  },
  family_log: {
    name: { zh: '家人替谁办过、看过什么', en: 'What was done in the family' },
    source: 'system',
    of: [{ column: 'relation_id', through: { table: 'family_relation', key: 'id' } }],
    fields: {
      relation_id: because('本人看得到谁替自己办过', 'So that people see what was done for them', 'consent'),
      what: because('办了还是看了', 'Whether it was filed or read', 'consent'),
      at: because('什么时候', 'When', 'consent'),
    },
    plain: [],
    retention: { after: 'at', days: 1095 },
  },
  confirmation_code: {
    name: { zh: '等社区扫的确认码', en: 'Confirmation codes waiting to be scanned' },
    source: 'phone',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('扫码时知道确认谁', 'To know whom a scan confirms'),
      relation_id: because('扫码时知道是哪个孩子', 'To know which child it is'),
    },
    plain: ['code_hash', 'expires_at'],
    retention: { after: 'expires_at', days: 0 },
  },
  account_join: {
    name: { zh: '要不要合并的账号', en: 'Accounts that may be yours too' },
    source: 'desk',
    of: [
      { column: 'first_id' },
      { column: 'second_id' },
      { column: 'seen_by', shows: ['seen_by', 'asked_at'] },
    ],
    fields: {
      first_id: because('问先有的账号要不要合并', 'To ask the first account whether to join'),
      second_id: because('知道哪个账号要合并', 'To know which account would join'),
      seen_by: because('知道谁看过证件', 'Who saw the document', 'legal-duty'),
      device: because('认得出是哪台手机', 'To know which phone it is'),
    },
    plain: ['id', 'asked_at', 'answered_at', 'joined'],
    retention: { after: 'asked_at', days: 90 },
  },
  idempotency_key: {
    name: { zh: '七天内发过的东西的答复', en: 'Answers to what was sent in the last seven days' },
    source: 'phone',
    of: [{ column: 'person_id' }],
    sealed: ['body'],
    fields: {
      person_id: toServe,
      body: because('断线重发时给同样的答复', 'So that what is sent again gets the same answer'),
    },
    plain: ['key', 'fingerprint', 'status', 'created_at'],
    retention: { after: 'created_at', days: 7 },
    // An answer may hold what somebody declared.
    deletedWithEmergency: true,
  },
  code_spell: {
    name: { zh: '你的健康码', en: 'Your health codes' },
    source: 'system',
    of: [{ column: 'person_id' }, { column: 'bearer_id', shows: ['bearer_id', 'issued_at', 'expires_at'] }],
    sealed: ['holder_key'],
    fields: {
      person_id: because('停用丢失手机上的码', 'To end the codes of a lost phone'),
      bearer_id: because('谁的手机能亮这个码', 'On whose phone the code is'),
      session_id: because('丢了手机，上面的码都停用', 'A lost phone ends all it bears'),
      holder_key: because('一部手机一把钥匙', 'One key a phone'),
      colour: because('颜色变了要说', 'To tell when a colour changes'),
    },
    plain: ['list', 'idx', 'id', 'status', 'current', 'issued_at', 'expires_at'],
    retention: { after: 'expires_at', days: 2 },
    deletedWithEmergency: true,
  },
  declaration: {
    name: { zh: '健康申报', en: 'Health declarations' },
    source: 'you',
    of: [
      { column: 'person_id' },
      { column: 'declared_by', shows: ['declared_by', 'filed_at', 'amended_at'] },
    ],
    fields: {
      person_id: because('知道是谁的申报', 'Whose declaration it is', 'consent'),
      declared_by: because('本人填的还是监护人填的', 'Whether a guardian wrote it', 'consent'),
      answers: because(
        '按公开的规则定健康码的颜色',
        'To decide the colour of the code by the published rules',
        'consent',
      ),
      filed_at: because('什么时候填的', 'When it was written', 'consent'),
      amended_at: because('什么时候改的', 'When it was amended', 'consent'),
    },
    plain: ['id', 'expires_at'],
    retention: { after: 'expires_at', days: 0 },
    deletedWithEmergency: true,
  },
  fact: {
    name: { zh: '定码的依据', en: 'What your colour rests on' },
    source: 'official',
    of: [{ column: 'person_id' }],
    sealed: ['person_key'],
    fields: {
      person_id: because('知道说的是谁', 'Whom it is about', 'legal-duty'),
      person_key: because('等本人来确认', 'Until that person is confirmed here', 'legal-duty'),
      kind: because(
        '按公开的规则定健康码的颜色',
        'To decide the colour of the code by the published rules',
        'legal-duty',
      ),
      values: because(
        '按公开的规则定健康码的颜色',
        'To decide the colour of the code by the published rules',
        'legal-duty',
      ),
      source: because('说得出是谁说的', 'To say who says so', 'legal-duty'),
      from_whom: because('说得出是谁说的', 'To say who says so', 'legal-duty'),
      since: because('算到什么时候为止', 'To reckon until when', 'legal-duty'),
      origin_id: because('对上来源那边的记录', "To match the source's own record", 'legal-duty'),
    },
    plain: ['id', 'expires_at', 'entered_at', 'declaration_id', 'proposal_id', 'origin'],
    retention: { after: 'expires_at', days: 0 },
    deletedWithEmergency: true,
  },
  source_heard: {
    name: { zh: '市里的平台什么时候答过', en: 'When the city’s platform last answered' },
    source: 'city',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because(
        '来源不通时说明消息有多旧',
        'To say how old the word of a silent source is',
        'legal-duty',
      ),
      heard_at: because(
        '来源不通时说明消息有多旧',
        'To say how old the word of a silent source is',
        'legal-duty',
      ),
    },
    plain: ['origin'],
    retention: { with: 'person' },
    deletedWithEmergency: true,
  },
  person_colour: {
    name: { zh: '你的健康码颜色', en: 'The colour of your code' },
    source: 'system',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('记住上次定的颜色', 'To remember the colour as last decided', 'legal-duty'),
      colour: because('颜色变了要说', 'To tell when a colour changes', 'legal-duty'),
      since: because('从什么时候开始', 'Since when', 'legal-duty'),
    },
    plain: ['recheck_at'],
    retention: { with: 'person' },
    deletedWithEmergency: true,
  },
  colour_change: {
    name: { zh: '颜色变过几次', en: 'Changes of your colour' },
    source: 'system',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('告诉你颜色变了', 'To tell you of a change', 'legal-duty'),
      was: because('告诉你颜色变了', 'To tell you of a change', 'legal-duty'),
      colour: because('告诉你颜色变了', 'To tell you of a change', 'legal-duty'),
      at: because('什么时候变的', 'When it changed', 'legal-duty'),
    },
    plain: ['batch_id'],
    retention: { after: 'at', days: 30 },
    deletedWithEmergency: true,
  },
  photo: {
    name: { zh: '你拍的照片', en: 'Photos you took' },
    source: 'you',
    of: [{ column: 'owner_id' }],
    fields: { owner_id: because('只给该看的人看', 'To show it only to those who may see it', 'consent') },
    plain: ['id', 'type', 'bytes', 'width', 'height', 'created_at'],
    retention: { with: 'service_request' },
  },
  voice_note: {
    name: { zh: '你说的话（录音）', en: 'Voice notes you recorded' },
    source: 'you',
    of: [{ column: 'owner_id' }],
    fields: { owner_id: because('只给该听的人听', 'To play it only to those who may hear it', 'consent') },
    plain: ['id', 'type', 'bytes', 'seconds', 'created_at'],
    retention: { with: 'service_request' },
  },
  service_request: {
    name: { zh: '你办的事', en: 'Your requests' },
    source: 'family',
    of: [
      { column: 'filer_id' },
      { column: 'owner_id', shows: ['number', 'owner_id', 'changed_at'] },
      { column: 'filed_by', shows: ['number', 'filed_by', 'created_at'] },
    ],
    fields: {
      filer_id: because('知道给谁办、回给谁', 'To know whom it is for', 'consent'),
      owner_id: because('知道谁在办', 'To know who has it', 'legal-duty'),
      answers: because('办这件事', 'To handle the matter', 'consent'),
      words: because('办这件事', 'To handle the matter', 'consent'),
      place: because('知道在哪里', 'To know where', 'consent'),
      media_url: because('办这件事', 'To handle the matter', 'consent'),
      filed_by: because('知道是谁替你报的', 'To know who filed it for you', 'consent'),
      behalf: because(
        '知道替谁报的、见面怎么称呼',
        'To know for whom it is and how to address them',
        'consent',
      ),
      // The place of a thing in a public place, to some 10 m; where the phone was is in `place`, by consent to location.
      spot_cell: because(
        '免得邻居重复报同一处',
        'So that neighbours need not report the same place again',
        'consent',
      ),
      spot_lng: because(
        '免得邻居重复报同一处',
        'So that neighbours need not report the same place again',
        'consent',
      ),
      spot_lat: because(
        '免得邻居重复报同一处',
        'So that neighbours need not report the same place again',
        'consent',
      ),
      rating: because('数社区办事的满意度', 'To count how satisfied a community’s residents are', 'consent'),
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
      'waits_for',
      'due_at',
      'warn_at',
      'stands_until',
      'due_provisional',
      'warned',
      'escalated_to',
      'urged',
      'anonymous',
      'spot_name',
      'overdue_at',
      'rated_at',
    ],
    retention: { after: 'changed_at', days: 1095 },
  },
  service_request_event: {
    name: { zh: '每件事的经过', en: 'What happened to each' },
    source: 'handling',
    of: [
      { column: 'request_id', through: { table: 'service_request', key: 'id' } },
      { column: 'actor_id', shows: ['actor_id', 'event', 'at'] },
      { column: 'next_owner', shows: ['next_owner', 'event', 'at'] },
    ],
    fields: {
      actor_id: because('每一步是谁做的', 'Who took each step', 'legal-duty'),
      words: because('说了什么', 'What was said', 'consent'),
      next_owner: because('转给了谁', 'To whom it was handed over', 'legal-duty'),
      voice_id: because('录音属于哪一步', 'Which step a voice note belongs to', 'consent'),
    },
    plain: [
      'request_id',
      'seq',
      'event',
      'role',
      'state',
      'destination',
      'next_node',
      'slots',
      'outcome',
      'desk',
      'at',
      'for_all',
    ],
    retention: { with: 'service_request' },
  },
  service_request_follower: {
    name: { zh: '你跟着的邻居报的事', en: 'Neighbours’ reports you follow' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: { person_id: because('有结果告诉你', 'To tell you the outcome', 'consent') },
    plain: ['request_id', 'joined_at'],
    retention: { with: 'service_request' },
  },
  outside_matter: {
    name: { zh: '哪件事交给了市里或县里的平台', en: 'Which matter a city’s or county’s desk handles' },
    source: 'handling',
    of: [{ column: 'request_id', through: { table: 'service_request', key: 'id' } }],
    fields: {
      reference: because('在那边找到这件事', 'To find the matter there'),
      outside_number: because('你去问时报的编号', 'The number to give when you ask there'),
    },
    plain: ['request_id', 'desk', 'service_code', 'state', 'attempts', 'sent_at', 'next_at', 'created_at'],
    retention: { with: 'service_request' },
  },
  outside_step: {
    name: { zh: '那边办到哪一步', en: 'What was done there' },
    source: 'handling',
    of: [{ column: 'request_id', through: { table: 'outside_matter', key: 'request_id' } }],
    fields: { step_id: because('同一步只记一次', 'To note a step once') },
    plain: ['request_id', 'kind', 'at', 'heard_at'],
    retention: { with: 'service_request' },
  },
  nudge_grant: {
    name: { zh: '你同意微信提醒的', en: 'What you let WeChat tell you' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('有进展时提醒你', 'To tell you when something moved', 'consent'),
      kind: because('只提醒你要的', 'To tell only what you asked for', 'consent'),
      request_id: because('只提醒你要的那件', 'To tell of that matter only', 'consent'),
      spent_on: because('同一步不提醒两次', 'To tell of a step once', 'consent'),
    },
    plain: ['id', 'template_id', 'granted_at'],
    retention: { after: 'granted_at', days: 180 },
  },
  absence: {
    name: { zh: '你不在的时候谁替', en: 'Who stands in while you are away' },
    source: 'official',
    of: [{ column: 'person_id' }, { column: 'stand_in' }],
    fields: {
      person_id: because('居民知道这时找谁', 'So that residents know whom to turn to', 'legal-duty'),
      until_at: because('知道替到什么时候', 'Until when somebody stands in', 'legal-duty'),
      stand_in: because('居民知道这时找谁', 'So that residents know whom to turn to', 'legal-duty'),
    },
    plain: [],
    retention: { after: 'until_at', days: 0 },
  },
  reply_phrase: {
    name: { zh: '你的常用语', en: 'Your phrases' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('只给你自己用', 'They are for you alone'),
      text: because('回复时少打字', 'So that you type less'),
    },
    plain: ['position'],
    retention: { with: 'person' },
  },
  visit: {
    name: { zh: '约好的上门', en: 'Visits arranged' },
    source: 'handling',
    of: [
      { column: 'request_id', through: { table: 'service_request', key: 'id' } },
      { column: 'worker_id', shows: ['worker_id', 'starts_at', 'ends_at'] },
    ],
    fields: {
      worker_id: because(
        '知道谁来，一个人不会同时去两家',
        'To know who comes, and to one door at a time',
        'legal-duty',
      ),
    },
    plain: ['request_id', 'offered', 'starts_at', 'ends_at', 'moves'],
    retention: { with: 'service_request' },
  },
  callback_phone: {
    name: { zh: '请人回电留的号码', en: 'The number you asked to be called on' },
    source: 'you',
    of: [{ column: 'request_id', through: { table: 'service_request', key: 'id' } }],
    fields: {
      phone: because('只为这一次回电，办完就删', 'To call you back this once; deleted when done', 'consent'),
    },
    plain: ['request_id'],
    retention: { with: 'service_request' },
  },
  service_request_photo: {
    name: { zh: '哪件事用了哪张照片', en: 'Which matter a photo belongs to' },
    source: 'you',
    of: [{ column: 'request_id', through: { table: 'service_request', key: 'id' } }],
    fields: { photo_id: because('照片属于哪件事', 'Which matter a photo belongs to', 'consent') },
    plain: ['request_id', 'seq', 'position'],
    retention: { with: 'service_request' },
  },
  request_release: {
    name: { zh: '你办的事里公开了什么', en: 'What of your requests is public' },
    source: 'handling',
    of: [
      { column: 'request_id', through: { table: 'service_request', key: 'id' } },
      { column: 'by_id', shows: ['by_id', 'at'] },
    ],
    fields: {
      part: because('知道公开了哪一样', 'To know which of it is public', 'consent'),
      by_id: because('谁公开的，要负责', 'Who released it answers for it', 'legal-duty'),
    },
    plain: ['request_id', 'at'],
    retention: { with: 'service_request' },
  },
  notice: {
    name: { zh: '你发的通知', en: 'Notices you published' },
    source: 'you',
    of: [{ column: 'author_id' }],
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
    name: { zh: '你看过的通知', en: 'Notices you have read' },
    source: 'system',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('记住哪些看过', 'To remember what was read'),
      notice_id: because('记住哪些看过', 'To remember what was read'),
      read_at: because('记住什么时候看的', 'To remember when'),
    },
    plain: [],
    retention: { with: 'notice' },
  },
  exposure_notice: {
    name: { zh: '你发的场所提醒', en: 'Exposure notices you published' },
    source: 'you',
    of: [{ column: 'publisher_id' }],
    fields: { publisher_id: because('谁发的，要负责', 'Who published it answers for it', 'legal-duty') },
    plain: ['id', 'venue_id', 'from_at', 'until_at', 'advice', 'published_at', 'withdrawn_at'],
    retention: { after: 'published_at', days: 1095 },
    deletedWithEmergency: true,
  },
  appeal: {
    name: { zh: '你的申诉', en: 'Your appeals' },
    source: 'you',
    of: [
      { column: 'person_id' },
      { column: 'filed_by', shows: ['filed_by', 'way', 'filed_at'] },
      { column: 'owner_id', shows: ['owner_id', 'state', 'due_at'] },
    ],
    fields: {
      person_id: because('知道是谁的码', 'To know whose code it is', 'legal-duty'),
      filed_by: because('知道是谁提的', 'To know who filed it', 'legal-duty'),
      way: because('说明是不是别人代提的', 'To say whether another filed it', 'legal-duty'),
      home: because('知道由哪里的人听', 'To know who hears it', 'legal-duty'),
      reason: because('申诉的是哪一条理由', 'Against which reason it is', 'legal-duty'),
      owner_id: because('知道谁在办', 'To know who has it', 'legal-duty'),
    },
    plain: ['id', 'node', 'state', 'due_at', 'warned', 'version', 'filed_at', 'changed_at'],
    retention: { after: 'changed_at', days: 180 },
    deletedWithEmergency: true,
  },
  appeal_event: {
    name: { zh: '每次申诉的经过', en: 'What happened to each appeal' },
    source: 'handling',
    of: [
      { column: 'appeal_id', through: { table: 'appeal', key: 'id' } },
      { column: 'actor_id', shows: ['actor_id', 'event', 'at'] },
    ],
    fields: {
      actor_id: because('每一步是谁做的', 'Who took each step', 'legal-duty'),
      words: because('说了什么', 'What was said', 'legal-duty'),
      colour: because('重算以后是什么颜色', 'The colour as decided afresh', 'legal-duty'),
    },
    plain: ['appeal_id', 'seq', 'event', 'role', 'state', 'node', 'remedy', 'at'],
    retention: { with: 'appeal' },
    deletedWithEmergency: true,
  },
  appeal_photo: {
    name: { zh: '申诉用的照片', en: 'Photos of an appeal' },
    source: 'you',
    of: [{ column: 'appeal_id', through: { table: 'appeal', key: 'id' } }],
    fields: { photo_id: because('照片属于哪次申诉', 'Which appeal a photo belongs to', 'legal-duty') },
    plain: ['appeal_id', 'seq', 'position'],
    retention: { with: 'appeal' },
    deletedWithEmergency: true,
  },
  duty_roster: {
    name: { zh: '你的值班', en: 'Your shifts' },
    source: 'official',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('知道这时谁在班', 'To know who is on duty', 'legal-duty'),
      weekday: because('知道哪天值班', 'To know on which day', 'legal-duty'),
      day: because('知道哪天值班', 'To know on which day', 'legal-duty'),
      from_clock: because('知道几点到几点', 'To know from when', 'legal-duty'),
      until_clock: because('知道几点到几点', 'To know until when', 'legal-duty'),
    },
    plain: ['node', 'position'],
    retention: { with: 'person' },
  },
  checkpoint_duty: {
    name: { zh: '你在卡口上岗', en: 'Your duty at checkpoints' },
    source: 'phone',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('知道谁在岗', 'To know who is on duty', 'consent'),
      session_id: because('丢了手机，上岗也停', 'A lost phone is no checkpoint', 'consent'),
      started_at: because('一天后自己结束', 'So that it ends after a day', 'consent'),
      ends_at: because('一天后自己结束', 'So that it ends after a day', 'consent'),
    },
    plain: ['id', 'checkpoint_id'],
    retention: { after: 'ends_at', days: 2 },
    deletedWithEmergency: true,
  },
  checkpoint_count: {
    name: { zh: '上岗时每小时的人数', en: 'Counts an hour of your duty' },
    source: 'phone',
    of: [{ column: 'duty_id', through: { table: 'checkpoint_duty', key: 'id' } }],
    fields: {
      duty_id: because('同一小时重发不会多算', 'So that what is sent again is counted once', 'consent'),
    },
    plain: ['hour', 'pass', 'ask', 'stop'],
    retention: { with: 'checkpoint_duty' },
    deletedWithEmergency: true,
  },
  proposal: {
    name: { zh: '工作人员提出、要两个人同意的事', en: 'What officials proposed, which takes two of them' },
    source: 'official',
    of: [
      { column: 'subject_id', shows: ['kind', 'reason', 'state', 'filed_at', 'decided_at', 'refusal'] },
      { column: 'proposed_by', shows: ['kind', 'node', 'reason', 'state', 'filed_at', 'decided_at'] },
      { column: 'refused_by', shows: ['kind', 'node', 'refusal', 'decided_at'] },
    ],
    fields: {
      act: because('第二个人看清楚再签', 'So that the second knows what to sign', 'legal-duty'),
      subject_id: because('知道说的是谁', 'Whom it is about', 'legal-duty'),
      reason: because('第二个人看清楚再签', 'So that the second knows what to sign', 'legal-duty'),
      proposed_by: because('谁提的，要负责', 'Who proposed it answers for it', 'legal-duty'),
      refused_by: because('谁不同意，要负责', 'Who refused it answers for it', 'legal-duty'),
      refusal: because('提的人知道为什么不行', 'So that its proposer knows why not', 'legal-duty'),
    },
    plain: [
      'id',
      'kind',
      'node',
      'proposed_node',
      'state',
      'worsens',
      'counted',
      'needs_level_above',
      'filed_at',
      'decided_at',
    ],
    retention: { after: 'filed_at', days: 365 },
    deletedWithEmergency: true,
  },
  proposal_signature: {
    name: { zh: '你签过的', en: 'What you signed' },
    source: 'system',
    of: [{ column: 'person_id' }],
    fields: { person_id: because('谁签的，要负责', 'Who signed answers for it', 'legal-duty') },
    plain: ['proposal_id', 'node', 'at'],
    retention: { with: 'proposal' },
    deletedWithEmergency: true,
  },
  reading_log: {
    name: { zh: '谁看过', en: 'Who looked' },
    source: 'system',
    of: [{ column: 'subject_id' }, { column: 'reader_id', shows: ['role', 'what', 'at'] }],
    fields: {
      subject_id: because('本人看得到谁看过', 'So that people see who looked', 'legal-duty'),
      reader_id: because('看的人要负责', 'Who looks answers for it', 'legal-duty'),
      role: because('说明以什么身份看的', 'To say by what right', 'legal-duty'),
      what: because('说明看了什么', 'To say at what', 'legal-duty'),
      at: because('说明什么时候看的', 'To say when', 'legal-duty'),
    },
    plain: [],
    retention: { after: 'at', days: 1095 },
  },
  consent: {
    name: { zh: '你的同意', en: 'What you agreed to' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('记住谁同意的', 'To remember who agreed', 'legal-duty'),
      kind: because('健康和位置分开同意', 'Health and location are agreed to apart', 'legal-duty'),
      version: because('记住同意了哪一版', 'To remember what was agreed to', 'legal-duty'),
      given_at: because('记住什么时候同意', 'To remember when', 'legal-duty'),
      withdrawn_at: because('记住什么时候收回', 'To remember when it was taken back', 'legal-duty'),
    },
    plain: ['id'],
    retention: { until: 'with-account' },
  },
  log_personal: {
    name: { zh: '公开日志里与你有关的原文', en: 'Texts about you behind the hashes of the log' },
    source: 'handling',
    of: [{ column: 'person_id' }],
    sealed: ['salt'],
    fields: {
      name: because('说明原文是什么', 'To say what the text is', 'legal-duty'),
      salt: because('核对日志里的哈希', 'To check the hash in the log', 'legal-duty'),
      text: because('日志可以核对', 'So that the log can be checked', 'legal-duty'),
      person_id: because('注销时一并删除', 'So that it goes with the account', 'legal-duty'),
    },
    plain: ['seq', 'emergency_id'],
    retention: { until: 'with-account' },
  },
  account_closing: {
    name: { zh: '注销申请', en: 'Your wish to leave' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('知道谁要注销', 'To know who wants to leave', 'legal-duty'),
      asked_at: because('按时答复', 'To answer in time', 'legal-duty'),
      answer_by: because('按时答复', 'To answer in time', 'legal-duty'),
    },
    plain: [],
    retention: { until: 'with-account' },
  },
  body_steward: {
    name: { zh: '你管的名片', en: 'Cards you keep' },
    source: 'you',
    of: [{ column: 'person_id' }],
    fields: {
      person_id: because('知道谁管这张名片', 'To know who keeps the card', 'consent'),
      body_id: because('知道是哪张名片', 'To know which card it is', 'consent'),
    },
    plain: ['since'],
    retention: { with: 'person' },
  },
  complaint: {
    name: { zh: '你的投诉和建议', en: 'Your complaints and suggestions' },
    source: 'you',
    of: [{ column: 'filer_id' }],
    fields: {
      filer_id: because('知道答复给谁', 'To know whom to answer', 'consent'),
      county: because('知道哪个县答复', 'To know which county answers', 'consent'),
      request_id: because('知道说的是哪件事', 'To know which request is meant', 'consent'),
      node: because('知道哪一级答复', 'To know which level answers', 'consent'),
      kind: because('分开投诉、建议、更正', 'To tell complaint, suggestion, correction', 'consent'),
      answer_by: because('按时答复', 'To answer in time', 'legal-duty'),
      photo_id: because('看得清说的是什么', 'To see what is meant', 'consent'),
    },
    plain: ['id', 'state', 'escalated', 'version', 'created_at', 'changed_at'],
    retention: { after: 'changed_at', days: 1095 },
  },
  complaint_event: {
    name: { zh: '投诉和建议的经过', en: 'What happened to each' },
    source: 'handling',
    of: [
      { column: 'complaint_id', through: { table: 'complaint', key: 'id' } },
      { column: 'actor_id', shows: ['actor_id', 'event', 'at'] },
    ],
    fields: {
      actor_id: because('每一步是谁做的', 'Who took each step', 'legal-duty'),
      words: because('说了什么', 'What was said', 'consent'),
    },
    plain: ['complaint_id', 'seq', 'event', 'role', 'at'],
    retention: { with: 'complaint' },
  },
};

/** Tables that hold nothing about anybody: places, counts, and what the deployment notes of itself. */
export const impersonalTables: readonly string[] = [
  // An account of another system, behind which nobody stands.
  'api_key',
  'region',
  'grid_shape',
  'building',
  'address',
  'request_count',
  // The deployment's own pass to WeChat, sealed.
  'shared_token',
  'venue',
  'checkpoint',
  'set_up_code',
  'body',
  'body_invitation',
  'emergency',
  'emergency_renewal',
  'home_recheck',
  'health_rule_set',
  'service_catalogue',
  'published_year',
  'risk_level',
  'source_feed',
  'deployment',
  'issuer_key',
  'log_entry',
  'trusted_signer',
  'trusted_deployment',
  'passed_status_list',
];
