export default definePageConfig({ navigationBarTitleText: '奖励办法' })
