export default definePageConfig({ navigationBarTitleText: '热点与反复点' })
