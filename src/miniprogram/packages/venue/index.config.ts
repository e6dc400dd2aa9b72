export default definePageConfig({ navigationBarTitleText: '去过的场所' });
