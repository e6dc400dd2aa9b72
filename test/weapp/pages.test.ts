import type { NoticeDraft } from '@contract/api';
import { type StartOptions, startApp, stopApps } from './support/app';
import { type Answers, backend, me, notice, signedIn, summary } from './support/resident';

afterEach(stopApps);

const resident = (more: Partial<StartOptions> = {}) =>
  startApp({ storage: signedIn(), answer: backend(), ...more });

describe('every page in Chinese, for a resident', () => {
  test.each([
    ['pages/code/index', {}, ['绿码', '可以通行', '张*兰', '社区已确认', '没有网络也能亮']],
    [
      'pages/services/index',
      {},
      [
        '有危险先打',
        '110',
        '119',
        '120',
        '我的网格员 王*军',
        '网格员来办',
        '楼道和环境',
        '不归网格管',
        '楼道灯不亮',
      ],
    ],
    ['pages/notices/index', {}, ['未读 1', '明天 9:00–16:00 停水', '水管检修', '虚构社区居委会', '注意']],
    [
      'pages/me/index',
      {},
      ['张*兰', '虚构社区 · 第三网格', '网格员 王*军', '1 件正在办', '家人的码', '手机丢了', '大字版'],
    ],
    ['packages/welcome/privacy', {}, ['先说清楚：收什么，为什么']],
    ['packages/welcome/home', {}, ['你家在哪一块？', '桂语苑 1–8 幢', '不确定，请社区帮我选']],
    ['packages/request/choose/index', { group: 'stairs' }, ['楼道堆物', '纸箱、旧家具占了过道']],
    ['packages/request/search/index', {}, ['有危险先打', '一个词、一句话、拼音都行']],
    [
      'packages/request/referral/index',
      { category: 'water-cut' },
      ['先看看：明天 9:00–16:00 停水', '虚构区供水抢修', '打 12345，全天有人接'],
    ],
    [
      'packages/request/referral/index',
      { category: 'residents-council' },
      ['虚构社区居民议事会', '上次开会是', '上次议的事', '以后没人改过', '我们的名片'],
    ],
    ['packages/request/card/index', {}, ['虚构社区居民议事会', '要议的事，一行一件', '交给下一位']],
    [
      'packages/request/form/index',
      { category: 'stairs-clutter' },
      ['堆在哪里', '楼梯间', '还有 3 题没答', '第三网格'],
    ],
    ['packages/request/mine/index', {}, ['楼道灯不亮', '桂语苑 3 幢', '已接单']],
    ['packages/request/detail/index', { id: summary().id }, ['编号 W7-0042', '王*军 在办', '你提交了']],
    ['packages/notice/detail/index', { id: notice().id }, ['明天 9:00–16:00 停水', '要做什么', '请提前储水']],
    ['packages/notice/search/index', {}, ['明天 9:00–16:00 停水']],
    [
      'packages/notice/settings/index',
      {},
      ['妈妈家', '听泉社区', '不想看哪几类', '22:00 到 7:00 不发微信提醒', '请多来看看我'],
    ],
    ['packages/notice/publish/index', {}, ['只有社区干部和网格员能发通知']],
    ['packages/venue/index', {}, ['还没有记录', '扫场所码', '不改变颜色']],
    ['packages/desk/queue/index', {}, ['楼道灯不亮', '已接单']],
    ['packages/family/home/index', {}, ['还没有家人', '加上孩子', '同意别人替我办']],
    ['packages/family/child/index', {}, ['孩子的名字', '生日']],
    ['packages/family/ask/index', { kind: 'helper' }, ['要对方自己点头', '我怎么叫', '给出一个码']],
    ['packages/family/agree/index', {}, ['扫对方的码', '或者输入 16 个字母']],
    ['packages/family/helper/index', { id: 'gone' }, ['已经结束了']],
    ['packages/family/member/index', { id: 'gone' }, ['已经结束了']],
    ['packages/family/confirm/index', {}, ['确认好了', '去亮码']],
    ['packages/settings/phones/index', {}, ['只有这一部']],
    [
      'packages/settings/my-data/index',
      {},
      ['你是谁、住在哪个网格', '谁看过', '网格员 看了“你办的事”', '准确位置'],
    ],
    ['packages/settings/closing/index', {}, ['留下的，和为什么', '还有事在办']],
    ['packages/settings/complaints/index', {}, ['夜里看不清字', '等答复']],
  ])('%s', async (path, query, texts) => {
    const app = await resident();
    const page = await app.openPage(path, query);
    for (const text of texts) await page.waitFor(text);
  });
});

describe('every page of who publishes notices, in Chinese', () => {
  const grid = '330106109002003';
  const officer = (): Answers => ({
    'GET /v1/me': () => ({
      ...me(),
      grants: [{ role: 'officer', node: '330106109002', nodeName: '虚构社区' }],
    }),
    'GET /v1/regions/:code/buildings': () => [{ code: `${grid}003`, name: '桂语苑 3 幢' }],
    'GET /v1/published-notices': () => ({ notices: [notice()], more: false }),
    'GET /v1/notice-drafts': () => ({ drafts: [draft()] }),
    'GET /v1/notices/:id/counts': () => ({
      total: { audience: 41, delivered: 30, nudged: null, opened: 12, acknowledged: null },
      places: [
        {
          node: '330106109',
          name: '虚构街道',
          hasBelow: true,
          audience: 30,
          delivered: 20,
          opened: 9,
          acknowledged: null,
        },
        {
          node: '330106110',
          name: '另一个街道',
          hasBelow: false,
          audience: 11,
          delivered: null,
          opened: null,
          acknowledged: null,
        },
      ],
    }),
    'GET /v1/notices/:id/versions': () => ({ versions: [] }),
    'POST /v1/notice-audiences': () => ({
      people: 412,
      maybe: 0,
      homesWithout: 280,
      needsApproval: false,
      from: { node: '330106109002', name: '虚构社区' },
    }),
  });
  const draft = (): NoticeDraft => {
    const { severity, category, info, audience } = notice();
    return {
      id: '00000000-0000-4000-8000-0000000000e1',
      state: 'awaiting',
      node: '330106109002',
      content: { severity, category, info, audience },
      authorMaskedName: '沈*琴',
      mine: false,
      needsApproval: true,
      mayApprove: true,
      version: 2,
      changedAt: notice().sentAt,
    };
  };
  const asOfficer = () => resident({ answer: backend(officer()) });

  test.each([
    ['packages/notice/publish/index', {}, ['写什么', '停水', '多要紧', '还缺标题', '下一步']],
    ['packages/notice/sent/index', {}, ['明天 9:00–16:00 停水', '我的草稿 0', '等我批 1']],
    [
      'packages/notice/sent/one',
      { id: notice().id },
      ['水管检修', '发给', '41 人', '不显示', '按街道乡镇', '虚构街道', '取消通知'],
    ],
    ['packages/notice/sent/place', { id: notice().id, under: '330106109' }, ['发给', '41 人', '另一个街道']],
    ['packages/notice/draft/index', { id: draft().id }, ['沈*琴 写的', '等人批', '同意发出', '退回']],
    ['packages/notice/print/index', { id: notice().id }, ['扫一扫，看最新的', '微信里不能打印']],
  ])('%s', async (path, query, texts) => {
    const app = await asOfficer();
    const page = await app.openPage(path, query);
    for (const text of texts) await page.waitFor(text);
  });

  test('from the template to the look before sending, tap by tap', async () => {
    const app = await asOfficer();
    await app.openPage('packages/notice/publish/index');
    await app.waitFor('写什么');
    await app.page().tap('停水');
    await app.waitFor('09:00');
    await app.page().tap('下一步');
    await app.waitFor('第三网格');
    await app.page().tap('打开第三网格');
    await app.waitFor('哪几幢');
    await app.page().tap('3 幢');
    await app.waitFor('选了一部分');
    await app.page().tap('看一遍');
    await app.waitFor('约 412 人在用小程序');
    await app.waitFor('约 280 户不在，请张贴或上门');
    await app.waitFor('现在发出');
  });
});
