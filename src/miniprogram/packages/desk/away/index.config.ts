export default definePageConfig({ navigationBarTitleText: '谁不在' });
