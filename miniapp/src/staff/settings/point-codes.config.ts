export default definePageConfig({ navigationBarTitleText: '点位码' })
