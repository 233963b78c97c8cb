export default definePageConfig({ navigationBarTitleText: '外部办理' })
