import type { AnyEndpoint } from '@shared/kit/endpoint'
import Taro from '@tarojs/taro'
import { confirm } from '../ui/confirm'
import { toast } from '../ui/toast'
import { accepted, pathOf, queryOf } from './ask'
import { withSession } from './call'
import { Offline } from './refused'
import { BASE, bearer } from './wire'

const TIMEOUT_MS = 120_000

/** What WeChat cannot open goes to a chat, 文件传输助手 for one; only a tap may send it. */
async function handOn(filePath: string, fileName: string) {
  const yes = await confirm({
    title: '文件下载好了',
    zh: `微信打不开这种文件。可以发给“文件传输助手”，在电脑上保存“${fileName}”。`,
    yes: '选择聊天发送',
  })
  if (!yes) return
  await Taro.shareFileMessage({ filePath, fileName }).catch(() => toast('没有发送，可以再点一次导出', 'danger'))
}

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
    else if (/\.(pdf|docx?|xlsx?|pptx?)$/.test(name)) await Taro.openDocument({ filePath, showMenu: true })
    else await handOn(filePath, name)
  })
