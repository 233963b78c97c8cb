export default definePageConfig({ navigationBarTitleText: '现场扫码' })
