export default definePageConfig({ navigationBarTitleText: '多少人看到' });
