import Taro from '@tarojs/taro'

/** One .eml from a chat, as WeChat hands files over; empty when the person changed their mind. */
export const pickMail = () =>
  new Promise<string>((resolve) => {
    Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['eml'],
      success: ({ tempFiles }) => resolve(tempFiles[0]?.path ?? ''),
      fail: () => resolve(''),
    })
  })
