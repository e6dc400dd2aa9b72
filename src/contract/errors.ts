import type { Bilingual } from './text';

interface ErrorDefinition {
  /** HTTP status (RFC 9110). */
  readonly status: number;
  /** What happened and what to do next, for the person. */
  readonly text: Bilingual;
}

const define = <const T extends Record<string, ErrorDefinition>>(registry: T) => registry;

/**
 * Every refusal the server can give, once. Codes are stable: a client may rely on them; texts may improve.
 * On the wire each becomes an RFC 9457 problem document.
 */
export const errors = define({
  // Requests that do not fit
  'invalid-request': {
    status: 400,
    text: {
      zh: '有一项填得不对。请看一下标出的地方。',
      en: 'Something does not fit. Please check the marked field.',
    },
  },
  'not-found': {
    status: 404,
    text: {
      zh: '没有找到。可能已经撤下，或者链接不全。',
      en: 'Not found. It may be gone, or the link is incomplete.',
    },
  },
  'method-not-allowed': { status: 405, text: { zh: '这里不能这样用。', en: 'This cannot be done here.' } },
  'payload-too-large': {
    status: 413,
    text: { zh: '内容太大。照片请压缩到 5 MB 以内。', en: 'Too large. Please keep a photo under 5 MB.' },
  },
  'unsupported-media': {
    status: 415,
    text: { zh: '只收照片（JPEG、PNG、WebP）。', en: 'Only photos are taken (JPEG, PNG, WebP).' },
  },
  'too-many-requests': {
    status: 429,
    text: { zh: '太频繁了。请过一分钟再试。', en: 'Too many tries. Please wait a minute.' },
  },
  overloaded: {
    status: 503,
    text: {
      zh: '系统忙，稍后自动再试。已有的码照样能用。',
      en: 'Busy; it will retry by itself. The code you have still works.',
    },
  },
  'internal-error': {
    status: 500,
    text: {
      zh: '系统出错，内容都还在。求助时报编号。',
      en: 'Something broke on our side. Nothing is lost; quote the number when asking for help.',
    },
  },

  // Who is asking
  'sign-in-required': {
    status: 401,
    text: { zh: '请先登录。没发的内容都还在。', en: 'Please sign in. What is unsent is kept.' },
  },
  'session-expired': {
    status: 401,
    text: {
      zh: '登录过期了，请再登录一次。没发的内容都还在。',
      en: 'Your session has ended. Please sign in again; what is unsent is kept.',
    },
  },
  'sign-in-refused': {
    status: 401,
    text: { zh: '登录没成功。请回到首页再试一次。', en: 'Sign-in failed. Please go back and try again.' },
  },
  'invitation-used': {
    status: 401,
    text: {
      zh: '这张邀请码用过了。请到社区服务台再要一张。',
      en: 'This invitation has been used. Ask the community desk for a new one.',
    },
  },
  'invitation-expired': {
    status: 401,
    text: {
      zh: '这张邀请码过期了。请到社区服务台再要一张。',
      en: 'This invitation has expired. Ask the community desk for a new one.',
    },
  },
  'provider-unavailable': {
    status: 503,
    text: {
      zh: '登录服务暂时连不上。请过一会儿再试。',
      en: 'The sign-in service cannot be reached. Please try again shortly.',
    },
  },
  'provider-not-offered': {
    status: 400,
    text: {
      zh: '这里不能这样登录。请换一种方式。',
      en: 'This way to sign in is not offered here. Please use another.',
    },
  },
  forbidden: {
    status: 403,
    text: {
      zh: '这件事不归你的岗位办。需要的话请联系社区。',
      en: 'Your role does not cover this. Contact the community if it should.',
    },
  },
  'consent-required': {
    status: 403,
    text: {
      zh: '要先看过并同意隐私说明，才能登记。',
      en: 'Please read and agree to the privacy text first.',
    },
  },

  // Idempotency (draft-ietf-httpapi-idempotency-key-header)
  'idempotency-key-required': {
    status: 400,
    text: {
      zh: '请求缺少防重复编号，请更新小程序再试。',
      en: 'The request lacks its Idempotency-Key. Please update the app.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    text: {
      zh: '这个编号已经用在另一份内容上。请重新提交。',
      en: 'This key was used for other content. Please submit anew.',
    },
  },
  'idempotency-in-flight': {
    status: 409,
    text: {
      zh: '正在处理上一次提交，稍等就好。',
      en: 'The first submission is still being handled. One moment.',
    },
  },

  // Places
  'region-unknown': {
    status: 422,
    text: { zh: '没有这个地方。请重新选。', en: 'There is no such place. Please choose again.' },
  },
  'grid-ambiguous': {
    status: 422,
    text: {
      zh: '在两个网格边上，请选一个，或者选“不确定”。',
      en: 'On the edge of two grids: choose one, or "not sure".',
    },
  },
  'place-required': {
    status: 422,
    text: {
      zh: '这类事要说在哪里。请选地址或在图上点一下。',
      en: 'This needs a place. Choose an address or tap the map.',
    },
  },
  'home-required': {
    status: 422,
    text: {
      zh: '请先选住在哪个网格，才知道谁来办。',
      en: 'Choose your home grid first, so it is clear who helps.',
    },
  },

  // Service requests
  'category-unknown': {
    status: 422,
    text: { zh: '没有这一类了。请重新选要办的事。', en: 'This category is gone. Please choose again.' },
  },
  'category-not-filed': {
    status: 422,
    text: {
      zh: '这件事不归网格办，请按页面上的办法找负责的单位。',
      en: "Not the grid's job. Please follow the contact shown.",
    },
  },
  'answers-invalid': {
    status: 422,
    text: {
      zh: '有一题没答好。请看一下标出的题。',
      en: 'An answer is missing or does not fit. Please check the marked question.',
    },
  },
  'photo-unknown': {
    status: 422,
    text: {
      zh: '有一张照片没传上来。请再拍一张或去掉它。',
      en: 'A photo did not arrive. Take it again or remove it.',
    },
  },
  'photo-unreadable': {
    status: 422,
    text: { zh: '这张照片读不出来。请换一张。', en: 'This photo cannot be read. Please choose another.' },
  },
  'event-refused': {
    status: 409,
    text: {
      zh: '这件事现在不能这样办。请看最新进度。',
      en: 'This step is not possible now. Please see the latest progress.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    text: {
      zh: '别人刚处理过。请看最新进度再办。',
      en: 'Someone acted just before you. Please see the latest progress.',
    },
  },

  // Notices
  'audience-outside': {
    status: 403,
    text: { zh: '只能发到你负责的地方。', en: 'You can only publish to the places you serve.' },
  },
  'notice-expired-already': {
    status: 422,
    text: { zh: '失效时间要在现在以后。', en: 'The expiry must be later than now.' },
  },

  // Health code
  'holder-key-refused': {
    status: 422,
    text: {
      zh: '这部手机的密钥不能用。请重新打开小程序。',
      en: "This phone's key cannot be used. Please reopen the app.",
    },
  },
  'possession-not-proved': {
    status: 422,
    text: {
      zh: '没能确认是这部手机。请检查手机时间后重开小程序。',
      en: 'The phone could not prove its key. Check its clock and reopen the app.',
    },
  },
});

export type ErrorCode = keyof typeof errors;

/** RFC 9457 problem details, as every refusal is sent. */
export interface Problem {
  type: string;
  status: number;
  code: ErrorCode;
  title: string;
  detail?: string;
  traceId: string;
  /** Where in the body the fault lies, JSON Pointer (RFC 6901) and a reason. */
  fields?: { pointer: string; reason: string }[];
}
