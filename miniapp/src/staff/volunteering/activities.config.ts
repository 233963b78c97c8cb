export default definePageConfig({ navigationBarTitleText: '活动台账' })
