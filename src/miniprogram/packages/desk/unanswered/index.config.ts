export default definePageConfig({ navigationBarTitleText: '没回复的几家' });
