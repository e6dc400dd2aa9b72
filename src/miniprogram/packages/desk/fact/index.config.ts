export default definePageConfig({ navigationBarTitleText: '记录情况' });
