export default definePageConfig({ navigationBarTitleText: '让社区确认' });
