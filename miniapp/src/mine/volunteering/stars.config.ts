export default definePageConfig({ navigationBarTitleText: '星级与公示' })
