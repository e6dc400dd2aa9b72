export default definePageConfig({ navigationBarTitleText: '等两人同意' });
