export default definePageConfig({ navigationBarTitleText: '加上孩子' });
