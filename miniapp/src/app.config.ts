export default defineAppConfig({
  pages: ['pages/home/index', 'pages/people/me', 'pages/people/sign-in'],
  subPackages: [{ root: 'staff', pages: ['home/index'] }],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '文明随手拍',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f5f1',
    backgroundTextStyle: 'dark',
  },
  // Drawn by our own TabBar inside each tab page: it follows 关怀模式, which WeChat's bar cannot.
  tabBar: {
    custom: true,
    color: '#667074',
    selectedColor: '#005772',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/people/me', text: '我的' },
    ],
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于标注问题的位置，找到负责的网格' } },
  networkTimeout: { request: 10000, uploadFile: 60000, downloadFile: 60000 },
})
