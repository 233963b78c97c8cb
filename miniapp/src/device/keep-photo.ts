import Taro from '@tarojs/taro'

/** A temporary file is gone after the app closes; a full store keeps the temporary one rather than losing the photo. */
export const keepPhoto = (tempFilePath: string) =>
  new Promise<string>((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(tempFilePath),
    })
  })
