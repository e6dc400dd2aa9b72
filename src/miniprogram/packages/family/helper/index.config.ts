export default definePageConfig({ navigationBarTitleText: '谁能替我办' });
