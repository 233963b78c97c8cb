import Taro from '@tarojs/taro'
import { keepPhoto } from './keep-photo'

/**
 * Photos a person took, kept on this phone until the server has them. A reference is all the rest of the app holds:
 * inside WeChat the path of a saved file, in a browser the number of a blob in IndexedDB.
 */
export type PhotoFrom = 'camera' | 'album' | 'both'

const SOURCES = { camera: ['camera'], album: ['album'], both: ['camera', 'album'] } as const

/** Empty when the person changed their mind. */
export async function pickPhotos(max: number, from: PhotoFrom): Promise<string[]> {
  const picked = await Taro.chooseMedia({
    count: Math.min(9, max),
    mediaType: ['image'],
    sourceType: [...SOURCES[from]],
    sizeType: ['compressed'],
  }).catch(changedMind)
  return Promise.all(picked.tempFiles.map(({ tempFilePath }) => keepPhoto(tempFilePath)))
}

export async function photoSrc(ref: string): Promise<string> {
  return ref
}

export const dropPhoto = (ref: string) =>
  new Promise<void>((resolve) => {
    Taro.getFileSystemManager().removeSavedFile({ filePath: ref, complete: () => resolve() })
  })

function changedMind(err: unknown) {
  const zh = typeof err === 'object' && err !== null && 'errMsg' in err ? String(err.errMsg) : ''
  if (zh.includes('cancel')) return { tempFiles: [] }
  throw new Error('没有打开相机或相册。请在设置里允许使用，再试一次')
}
