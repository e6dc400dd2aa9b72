export default definePageConfig({ navigationBarTitleText: '收什么，为什么' });
