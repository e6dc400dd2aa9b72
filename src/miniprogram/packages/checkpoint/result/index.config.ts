export default definePageConfig({ navigationBarTitleText: '查验', navigationStyle: 'custom' });
