import { type ErrorDefinition, phoneErrors } from './phone-errors';
import type { Bilingual } from './text';

const define = <const T extends Record<string, ErrorDefinition>>(registry: T) => registry;

/**
 * Every refusal the server can give, once. Codes are stable: a client may rely on them; texts may improve.
 * On the wire each becomes an RFC 9457 problem document.
 */
export const errors = define({
  ...phoneErrors,

  'not-public': {
    status: 409,
    text: {
      zh: '这件事不在公共场所，不对外公开。',
      en: 'This matter lies in no public place; none of it is public.',
    },
  },

  // Requests that do not fit
  'invalid-request': {
    status: 400,
    text: {
      zh: '有一项填得不对。请看一下标出的地方。',
      en: 'Something does not fit. Please check the marked field.',
    },
  },
  'method-not-allowed': { status: 405, text: { zh: '这里不能这样用。', en: 'This cannot be done here.' } },
  'payload-too-large': {
    status: 413,
    text: { zh: '内容太大。一个文件请压缩到 5 MB 以内。', en: 'Too large. Please keep a file under 5 MB.' },
  },
  'code-too-long': {
    status: 413,
    text: {
      zh: '这么长的内容不会是健康码。请重新扫一次。',
      en: 'Too long to be a health code. Please scan again.',
    },
  },
  'unsupported-media': {
    status: 415,
    text: {
      zh: '只收照片（JPEG、PNG、WebP）、录音和 PDF。',
      en: 'Only photos (JPEG, PNG, WebP), voice notes and PDFs are taken.',
    },
  },
  'too-many-requests': {
    status: 429,
    text: { zh: '太频繁了。请过一分钟再试。', en: 'Too many tries. Please wait a minute.' },
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

  'consent-outdated': {
    status: 422,
    text: {
      zh: '说明改过了。请看过新的再同意。',
      en: 'The text has changed. Please read the new one before you agree.',
    },
  },
  'health-consent-required': {
    status: 403,
    text: {
      zh: '你收回过健康情况的同意。要申报，先再同意；在“关于我的数据”里也能。',
      en: 'You took back your consent for health. To declare, agree again first; you can under “What is known about me” too.',
    },
  },
  'hand-over-first': {
    status: 409,
    text: {
      zh: '你还有岗位。请社区或上级先交接给别人，再来注销。',
      en: 'You still hold a role. Have it handed over by the community or the level above, then close.',
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
  'anonymous-not-here': {
    status: 422,
    text: {
      zh: '这件事要知道是谁的，才办得了。留名字再提交，只有办这件事的人看得到。',
      en: 'This can only be done knowing whose it is. File it under your name; only those who handle it see it.',
    },
  },
  'joining-over': {
    status: 409,
    text: {
      zh: '这件事已经有了结果，不用再跟。还没好的话，照常报一件。',
      en: 'This has come to its end and needs no following. If it is still not right, report it as a new matter.',
    },
  },
  'nudge-not-offered': {
    status: 409,
    text: {
      zh: '微信提醒现在发不了。有进展照样在“通知”和这件事的页面上看得到。',
      en: 'WeChat cannot tell you at present. What happens is shown in the app all the same.',
    },
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
  'voice-unknown': {
    status: 422,
    text: {
      zh: '录音没传上来。请再录一次或去掉它。',
      en: 'The voice note did not arrive. Record it again or remove it.',
    },
  },
  'pdf-unreadable': {
    status: 422,
    text: {
      zh: '这个 PDF 打不开、加了密，或里面有会自己运行的东西。请另存一份普通的 PDF 再传。',
      en: 'This PDF does not open, is encrypted, or holds something that runs by itself. Save it as a plain PDF and try again.',
    },
  },
  'voice-unreadable': {
    status: 422,
    text: {
      zh: '这段录音听不了。请再录一次，或者写几句。',
      en: 'This voice note cannot be played. Record it again, or write a few words.',
    },
  },
  'voice-too-long': {
    status: 422,
    text: {
      zh: '录音超过 60 秒了。请说短一点，剩下的写几句。',
      en: 'The voice note is over 60 seconds. Say less, and write the rest.',
    },
  },
  'voice-names-you': {
    status: 422,
    text: {
      zh: '不留名的事不能录音：声音会让人听出是谁。请写几句。',
      en: 'What is filed without a name cannot be spoken: a voice tells who you are. Please write.',
    },
  },
  'event-refused': {
    status: 409,
    text: {
      zh: '这件事现在不能这样办。请看最新进度。',
      en: 'This step is not possible now. Please see the latest progress.',
    },
  },
  'signature-invalid': {
    status: 403,
    text: {
      zh: '签名对不上。请核对两边的密钥，再发一次。',
      en: 'The signature does not fit. Compare the keys of both sides and send it again.',
    },
  },
  'signature-too-old': {
    status: 403,
    text: {
      zh: '签名的时间差了 5 分钟以上。请校准时钟，重新签名再发。',
      en: 'Signed more than 5 minutes from now. Set the clock, sign anew and send it again.',
    },
  },
  'not-closed-yet': {
    status: 409,
    text: {
      zh: '这件事还没办完，确认办好以后再评价。',
      en: 'It is not closed yet. Say how it went once it is.',
    },
  },
  'below-the-community': {
    status: 422,
    text: {
      zh: '只有社区和社区以上的数。请选社区。',
      en: 'Figures are of communities and above. Please choose one.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    text: {
      zh: '别人刚处理过。请看最新进度再办。',
      en: 'Someone acted just before you. Please see the latest progress.',
    },
  },

  // Visits and calls
  'slot-taken': {
    status: 409,
    text: { zh: '这个时间刚被约走。请换一个时间。', en: 'That time was just taken. Please choose another.' },
  },
  'visit-not-here': {
    status: 409,
    text: {
      zh: '这件事约不了上门。有要说的请补充，或者打网格员的电话。',
      en: 'No visit can be arranged for this. Add a few words, or call the grid worker.',
    },
  },
  'visit-none': {
    status: 409,
    text: {
      zh: '现在没有约好的上门。请看最新进度。',
      en: 'No visit is arranged now. Please see the progress.',
    },
  },
  'visit-too-late': {
    status: 409,
    text: {
      zh: '离上门不到 1 小时了，人可能在路上。请直接打给网格员。',
      en: 'It is less than an hour away. Please call the grid worker.',
    },
  },
  'visit-moved-often': {
    status: 409,
    text: {
      zh: '已经改过两次时间。再改请打给网格员。',
      en: 'It was moved twice already. To move it again, call the grid worker.',
    },
  },

  // Appeals
  'appeal-reason-gone': {
    status: 409,
    text: {
      zh: '重算过了，这条理由已经不在，不用申诉。请看现在的码。',
      en: 'Decided afresh: that reason is gone, and nothing is left to appeal against. See the code as it is now.',
    },
  },
  'appeal-open-already': {
    status: 409,
    text: {
      zh: '这条理由已经在申诉，还没答复。要补充的话，请在那一次里加。',
      en: 'An appeal against this reason is waiting for its answer. Add what you have to that one.',
    },
  },
  'their-say-needed': {
    status: 422,
    text: {
      zh: '要本人说了要申诉，才能代提。问过本人，再勾选。',
      en: 'Only at the person’s own word. Ask them, then tick the box.',
    },
  },
  'not-yours-to-answer': {
    status: 403,
    text: {
      zh: '这件事你经手过，要由别人来听。时间一到会转给上一级。',
      en: 'You had a hand in this, so somebody else hears it. It goes one level up when its time comes.',
    },
  },
  'fact-not-removed': {
    status: 422,
    text: {
      zh: '这条记录不能由你直接撤。请选“由别处改”，写明改什么、谁来改。',
      en: 'You cannot take this record away yourself. Choose “changed elsewhere” and say what will be changed and by whom.',
    },
  },
  'not-an-officer-here': {
    status: 422,
    text: {
      zh: '值班的要是这里的干部。请在名单里重新选。',
      en: 'Only officers of this place can be on its roster. Choose again from the list.',
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

  'notice-approval-required': {
    status: 409,
    text: {
      zh: '这条要另一位负责人批。请存成草稿再提交。',
      en: 'A second person has to approve this. Keep it as a draft and hand it in.',
    },
  },
  'notice-cancelled': {
    status: 409,
    text: {
      zh: '这条已经取消了。有新情况请另发一条。',
      en: 'This was cancelled. Publish a new one instead.',
    },
  },
  'notice-changed': {
    status: 409,
    text: {
      zh: '别人刚更新过这条。请看最新的再改。',
      en: 'Somebody has just updated this. Read the newest and change that.',
    },
  },
  'draft-refused': {
    status: 409,
    text: {
      zh: '这份草稿现在不能这样办。请刷新看它到哪一步了。',
      en: 'This cannot be done with the draft now. Reload to see where it stands.',
    },
  },
  'nothing-to-acknowledge': {
    status: 409,
    text: { zh: '这条不用回复“我已知晓”。', en: 'This one does not ask anybody to say that they know.' },
  },
  'no-visit-list': {
    status: 404,
    text: {
      zh: '这条没有上门名单：通知里没说要上门，还没到时间，或者已经结束。',
      en: 'There is no list of doors: the notice announced none, its hour has not come, or it is over.',
    },
  },

  // People and family
  'outside-your-place': {
    status: 403,
    text: {
      zh: '这里不归你负责的地方。请找负责那里的人。',
      en: 'That is outside the places you serve. Ask whoever serves it.',
    },
  },
  'confirmation-code-unknown': {
    status: 422,
    text: {
      zh: '这个确认码过期了或用过了。请对方在手机上重新打开。',
      en: 'This confirmation code is over or used. Ask them to open it anew on their phone.',
    },
  },
  'document-invalid': {
    status: 422,
    text: {
      zh: '证件号码不对，请对着证件再看一遍。',
      en: 'The document number does not fit. Check it against the document.',
    },
  },
  'name-not-of-document': {
    status: 422,
    text: {
      zh: '姓名和证件对不上。请对着证件再看一遍。',
      en: 'Name and document do not match. Check both against the document.',
    },
  },
  'another-document': {
    status: 422,
    text: {
      zh: '这个账号是用另一份证件确认的。请用那份证件；证件换过的，请社区干部来扫。',
      en: 'Another document confirmed this account. Use that one; if it was replaced, an officer can scan the new one.',
    },
  },
  'real-name-unavailable': {
    status: 503,
    text: {
      zh: '实名核验暂时连不上，没有改动。请过几分钟再扫一次。',
      en: 'The real-name service cannot be reached; nothing was changed. Scan again in a few minutes.',
    },
  },
  'child-consent-required': {
    status: 422,
    text: {
      zh: '满 14 岁的孩子要自己同意。请先问过孩子，再勾选。',
      en: 'From fourteen a child agrees for itself. Ask the child first, then tick the box.',
    },
  },
  'guardian-not-of-age': {
    status: 422,
    text: { zh: '监护人要满 18 岁，而且姓名已经确认。', en: 'A guardian must be eighteen and confirmed.' },
  },
  'not-a-child': {
    status: 422,
    text: {
      zh: '满 18 岁就由自己决定。请在“帮家人办”里请对方同意。',
      en: 'From eighteen people decide for themselves. Ask for their yes under “help an adult”.',
    },
  },
  'not-in-family': {
    status: 403,
    text: {
      zh: '现在不能替这个人办。请在“家人”里看看是不是已经结束。',
      en: 'You cannot act for this person now. See under “Family” whether it has ended.',
    },
  },
  'name-not-confirmed': {
    status: 422,
    text: {
      zh: '姓名还没确认。请带证件到社区服务台，扫一下就好。',
      en: 'The name is not confirmed yet. Bring a document to the community desk: one scan.',
    },
  },
  'family-ask-unknown': {
    status: 422,
    text: {
      zh: '这个请求过期了或用过了。请对方重新发一个。',
      en: 'This request is over or used. Ask them for a new one.',
    },
  },
  'person-unknown': {
    status: 422,
    text: {
      zh: '没有找到这个人。请先看证件确认。',
      en: 'No such person here. Confirm them by their document first.',
    },
  },

  // Venues and checkpoints
  'venue-unknown': {
    status: 422,
    text: { zh: '没有这个场所。请重新选。', en: 'There is no such venue. Please choose again.' },
  },
  'window-invalid': {
    status: 422,
    text: {
      zh: '时间段不对：要在过去 14 天内，先开始后结束。',
      en: 'The time does not fit: within the last 14 days, start before end.',
    },
  },
  'set-up-code-unknown': {
    status: 422,
    text: {
      zh: '这个上岗码过期了或用过了。请干部重新出一个。',
      en: 'This set-up code is over or used. Ask the officer for a new one.',
    },
  },

  // Bodies beside the grid
  'body-invitation-unknown': {
    status: 422,
    text: {
      zh: '这张邀请码过期了或用过了。请现在管名片的人，或者县里，再出一张。',
      en: 'This invitation is over or used. Ask whoever keeps the card now, or the county, for a new one.',
    },
  },
  'not-your-card': {
    status: 403,
    text: {
      zh: '这张名片不归你管。有邀请码的，先用邀请码。',
      en: 'This card is not yours to keep. If you have its invitation, use that first.',
    },
  },
  'not-for-the-grid': {
    status: 403,
    text: {
      zh: '居民自己的组织由居民自己管。网格员和干部不改名片，也不代管。',
      en: 'Residents’ own bodies keep their cards themselves. Grid workers and officers neither change nor hold them.',
    },
  },
  'card-invalid': {
    status: 422,
    text: {
      zh: '名片有一处不对：电话或地址至少留一个，下次开会要在以后。',
      en: 'Something on the card does not fit: leave a number or an address, and a next meeting lies ahead.',
    },
  },

  // Emergencies
  'no-emergency': {
    status: 409,
    text: {
      zh: '现在没有应急，谁都不用码。进出、坐车、看病都不用亮；办事和通知照常。',
      en: 'No emergency is declared, so nobody needs a code: not to come in, to travel or for care. Requests and notices go on.',
    },
  },
  'emergency-terms-refused': {
    status: 422,
    text: {
      zh: '应急的内容不全或不对。要写明级别、依据的文件、在哪些地方查码，最长 90 天。请改好再提。',
      en: 'The terms do not hold. State the level, the document it rests on, where codes are asked for, and an end within 90 days; then propose again.',
    },
  },
  'emergency-not-so': {
    status: 409,
    text: {
      zh: '应急现在不是这个状态：在应急中才能延长和结束，上一次的数据删完才能再启动。请看最新情况。',
      en: 'Not possible in its present state: one in force can be renewed or ended, and another opens once the last is deleted. See how it stands.',
    },
  },

  // Colours
  'guardian-declares': {
    status: 403,
    text: {
      zh: '未满 14 岁由监护人申报。请让监护人在“家人”里替你填。',
      en: 'Under fourteen a guardian declares. Ask yours to do it under “Family”.',
    },
  },

  // Proposals
  'concerns-you': {
    status: 403,
    text: {
      zh: '这件事和你自己或你的孩子、监护人有关。请让别的工作人员来办。',
      en: 'This is about you, or about a child or guardian of yours. Ask another official to do it.',
    },
  },
  'own-proposal': {
    status: 403,
    text: {
      zh: '这件事你已经提过或签过，要由另一个人来签。请找一位同事。',
      en: 'You have proposed or signed this already; it takes another person. Ask a colleague.',
    },
  },
  'not-waiting': {
    status: 409,
    text: {
      zh: '这件事已经有结果了。请看最新情况。',
      en: 'This has been decided already. See how it stands.',
    },
  },
  'proposal-outdated': {
    status: 409,
    text: {
      zh: '情况刚变了，已经重新算过。请再看一遍影响多少人，再决定。',
      en: 'Things have changed and it was reckoned anew. See again whom it turns, then decide.',
    },
  },
  'fact-invalid': {
    status: 422,
    text: {
      zh: '这条情况没填对。请看种类、要填的项目和开始的时间。',
      en: 'This fact does not hold. Check its kind, what goes with it and when it began.',
    },
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
  /** The title in each language: a phone carries no texts for what only the server refuses. */
  text?: Bilingual;
  detail?: string;
  traceId: string;
  /** Where in the body the fault lies, JSON Pointer (RFC 6901) and a reason. */
  fields?: { pointer: string; reason: string }[];
}
