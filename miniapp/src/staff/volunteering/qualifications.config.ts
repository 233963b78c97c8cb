export default definePageConfig({ navigationBarTitleText: '培训和证书' })
