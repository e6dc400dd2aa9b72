export default definePageConfig({ navigationBarTitleText: '同意别人替我办' });
