import type { AnyEndpoint } from '@shared/kit/endpoint'
import Taro from '@tarojs/taro'
import { accepted, pathOf, queryOf } from './ask'
import { withSession } from './call'
import { Offline } from './refused'
import { BASE, bearer } from './wire'

const TIMEOUT_MS = 120_000

/** Saves the file an endpoint gives under a name; WeChat opens it, from where it can be kept or sent on; a picture it offers to send at once. */
export const download = (e: AnyEndpoint, body: object, name: string, params: object = {}) =>
  withSession(e.who === 'anyone', async (token) => {
    const url = BASE + pathOf(e.path, params) + queryOf(body)
    const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
    const { statusCode } = await Taro.downloadFile({ url, filePath, header: bearer(token), timeout: TIMEOUT_MS }).catch(
      () => {
        throw new Offline()
      },
    )
    if (statusCode !== 200) return void accepted({ status: statusCode, data: null, requestId: '', date: '' })
    if (name.endsWith('.png')) await Taro.showShareImageMenu({ path: filePath })
    else await Taro.openDocument({ filePath, showMenu: true })
  })
