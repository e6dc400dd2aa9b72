export default definePageConfig({ navigationBarTitleText: '找通知' });
