export default definePageConfig({ navigationBarTitleText: '志愿点单' })
