export default definePageConfig({ navigationBarTitleText: '我带队的班次' })
