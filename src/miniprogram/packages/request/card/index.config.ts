export default definePageConfig({ navigationBarTitleText: '我们议事会的名片' });
