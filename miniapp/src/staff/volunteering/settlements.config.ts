export default definePageConfig({ navigationBarTitleText: '登记期限' })
