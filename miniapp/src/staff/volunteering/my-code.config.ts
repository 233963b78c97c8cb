export default definePageConfig({ navigationBarTitleText: '让领队扫我' })
