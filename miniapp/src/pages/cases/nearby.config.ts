export default definePageConfig({ navigationBarTitleText: '周边' })
