export default definePageConfig({ navigationBarTitleText: '答复投诉与建议' });
