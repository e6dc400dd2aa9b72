import type { Bilingual } from './text';

export interface ErrorDefinition {
  /** HTTP status (RFC 9110). */
  readonly status: number;
  /** What happened and what to do next, for the person. */
  readonly text: Bilingual;
}

/** The part of the registry that a phone gives by itself too, without the server's words. */
export const phoneErrors = {
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
  'photo-unreadable': {
    status: 422,
    text: { zh: '这张照片读不出来。请换一张。', en: 'This photo cannot be read. Please choose another.' },
  },
  'not-found': {
    status: 404,
    text: {
      zh: '没有找到。可能已经撤下，或者链接不全。',
      en: 'Not found. It may be gone, or the link is incomplete.',
    },
  },
} as const satisfies Record<string, ErrorDefinition>;
