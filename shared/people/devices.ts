const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/iPhone|iPad/i, '苹果手机'],
  [/Android/i, '安卓手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Macintosh/i, '苹果电脑'],
  [/Linux/i, 'Linux 电脑'],
]
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger|miniProgram/i, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const nameIn = (table: readonly (readonly [RegExp, string])[], agent: string) =>
  table.find(([sign]) => sign.test(agent))?.[1]

/** What a person recognises their device by; of the header itself nothing is kept. */
export const deviceZh = (agent: string) =>
  [nameIn(SYSTEMS, agent), nameIn(PROGRAMS, agent)].filter((name) => name !== undefined).join(' · ') || '未知设备'
