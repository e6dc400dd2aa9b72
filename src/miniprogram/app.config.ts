export default defineAppConfig({
  pages: ['pages/code/index', 'pages/services/index', 'pages/notices/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/welcome', pages: ['index', 'privacy', 'home'] },
    {
      root: 'packages/request',
      pages: ['choose/index', 'referral/index', 'form/index', 'mine/index', 'detail/index'],
    },
    { root: 'packages/notice', pages: ['detail/index', 'publish/index'] },
    { root: 'packages/desk', pages: ['queue/index'] },
  ],
  // What must open without a network is loaded while there is one.
  preloadRule: {
    'pages/code/index': {
      network: 'all',
      packages: ['packages/request', 'packages/notice', 'packages/welcome'],
    },
    'pages/me/index': { network: 'all', packages: ['packages/desk'] },
  },
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '#F3F3F6',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F3F3F6',
  },
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
  permission: { 'scope.userLocation': { desc: '用来找到你家所在的网格，找完不保存' } },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
