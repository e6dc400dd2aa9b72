export default definePageConfig({ navigationBarTitleText: '替本人申诉' });
