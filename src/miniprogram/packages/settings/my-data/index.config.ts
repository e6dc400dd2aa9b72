export default definePageConfig({ navigationBarTitleText: '关于我的数据' });
