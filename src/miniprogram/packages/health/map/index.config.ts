export default definePageConfig({ navigationBarTitleText: '五色图' });
