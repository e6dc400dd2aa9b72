export default definePageConfig({ navigationBarTitleText: '定风险等级' });
