export default definePageConfig({ navigationBarTitleText: '异常与抽查' })
