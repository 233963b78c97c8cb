import Taro from '@tarojs/taro'

export type Put = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

const TIMEOUT_MS = 60_000

/** The bytes of a kept photo; null where they cannot be read. */
export const bytesOf = (ref: string) =>
  new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: ref,
      success: ({ data }) => resolve(typeof data === 'string' ? null : new Uint8Array(data)),
      fail: () => resolve(null),
    })
  })

/** Straight to the object store, past the server; false for whatever reason, be it a network or a domain that is not listed. */
export const putBytes = ({ url, headers }: Put, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> =>
  Taro.request({ url, method: 'PUT', data: bytes.buffer, header: headers, timeout: TIMEOUT_MS }).then(
    ({ statusCode }) => statusCode >= 200 && statusCode < 300,
    () => false,
  )
