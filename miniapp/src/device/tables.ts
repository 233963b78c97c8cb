import Taro from '@tarojs/taro'

/** A table file a person chose; `ref` is what `upload` takes. */
export type PickedTable = { readonly ref: string; readonly name: string }

/** WeChat hands over files from a conversation; null when the person changed their mind. */
export async function pickTable(): Promise<PickedTable | null> {
  const picked = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] }).catch(() => null)
  const [file] = picked?.tempFiles ?? []
  return file ? { ref: file.path, name: file.name } : null
}
