/** What everybody will see of a report once it is accepted, and what nobody outside will; shown before it is sent. */
export type Preview = { readonly shown: readonly string[]; readonly kept: readonly string[] }

type Given = {
  readonly isPrivate: boolean
  readonly title: string
  readonly addressZh: string
  readonly photos: number
  readonly isNamed: boolean
}

export function previewOf({ isPrivate, title, addressZh, photos, isNamed }: Given): Preview {
  const kept = ['您写的说明和补充回答', isNamed ? '您的姓名和电话，加密封存' : '您是谁', '提交的具体时刻，只显示哪一天']
  const photoZh = photos > 0 ? `照片 ${photos} 张，审核员遮挡后` : '照片，审核员遮挡后'
  return isPrivate
    ? { shown: [], kept: ['这一类默认不公开，只有办理的人能看', ...kept] }
    : { shown: [title, addressZh, photoZh, '办到哪一步、由哪个单位办'].filter(Boolean), kept }
}
