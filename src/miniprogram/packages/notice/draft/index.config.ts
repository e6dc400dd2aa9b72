export default definePageConfig({ navigationBarTitleText: '通知草稿' });
