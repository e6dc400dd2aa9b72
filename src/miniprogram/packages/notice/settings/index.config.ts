export default definePageConfig({ navigationBarTitleText: '收哪些通知' });
