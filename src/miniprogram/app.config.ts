export default defineAppConfig({
  pages: ['pages/code/index', 'pages/services/index', 'pages/notices/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/welcome', pages: ['index', 'privacy', 'home'] },
    {
      root: 'packages/request',
      pages: [
        'choose/index',
        'search/index',
        'referral/index',
        'form/index',
        'mine/index',
        'worker/index',
        'detail/index',
        'card/index',
        'community/index',
      ],
    },
    { root: 'packages/venue', pages: ['index'] },
    {
      root: 'packages/notice',
      pages: [
        'detail/index',
        'search/index',
        'settings/index',
        'publish/index',
        'sent/index',
        'sent/one',
        'sent/place',
        'draft/index',
        'print/index',
      ],
    },
    {
      root: 'packages/desk',
      pages: [
        'queue/index',
        'confirm/index',
        'paper/index',
        'lost/index',
        'said/index',
        'gates/index',
        'venues/index',
        'appeals/index',
        'appeals/hearing',
        'carry/index',
        'roster/index',
        'complaints/index',
        'emergency/index',
        'levels/index',
        'proposals/index',
        'fact/index',
        'figures/index',
        'away/index',
        'visits/index',
        'unanswered/index',
      ],
    },
    { root: 'packages/checkpoint', pages: ['duty/index', 'result/index'] },
    {
      root: 'packages/family',
      pages: [
        'home/index',
        'child/index',
        'ask/index',
        'agree/index',
        'helper/index',
        'member/index',
        'confirm/index',
      ],
    },
    {
      root: 'packages/health',
      pages: ['declare/index', 'reason/index', 'rules/index', 'map/index', 'appeal/index', 'appeal/progress'],
    },
    {
      root: 'packages/settings',
      pages: ['phones/index', 'my-data/index', 'closing/index', 'complaints/index', 'emergency/index'],
    },
  ],
  // What must open without a network is loaded while there is one.
  preloadRule: {
    'pages/code/index': {
      network: 'all',
      packages: [
        'packages/request',
        'packages/notice',
        'packages/welcome',
        'packages/venue',
        'packages/health',
      ],
    },
    'pages/me/index': {
      network: 'all',
      packages: ['packages/family', 'packages/settings', 'packages/desk', 'packages/checkpoint'],
    },
  },
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@bar',
    backgroundTextStyle: '@pullDown',
  },
  // Without it WeChat never tells that the phone is dark.
  darkmode: true,
  themeLocation: 'theme.json',
  // Drawn by us: the native badge is red, which is kept for danger, and its labels cannot grow.
  tabBar: {
    custom: true,
    list: [
      { pagePath: 'pages/code/index', text: '亮码' },
      { pagePath: 'pages/services/index', text: '办事' },
      { pagePath: 'pages/notices/index', text: '通知' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // WeChat moves its pages by itself. On the web Taro hides the page below by a timer, which nothing stops when one goes
  // back before it is over: an empty page. Without the movement there is nothing to wait for.
  ...(process.env['TARO_ENV'] === 'h5' ? { animation: false } : {}),
  permission: {
    'scope.userLocation': { desc: '用来找到你家所在的网格，找完不保存' },
    'scope.record': { desc: '用来说出要办的事，只给办这件事的人听' },
  },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
