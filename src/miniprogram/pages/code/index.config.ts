export default definePageConfig({ navigationStyle: 'custom', navigationBarTitleText: '亮码' });
