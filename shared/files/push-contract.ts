import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { nothing } from '../kit/fields'

const part = z.string().min(1).max(128)

export const CheckWechatPush = endpoint({
  verb: 'GET',
  path: '/api/wechat/push',
  who: 'anyone',
  zh: '微信消息推送的地址校验：签名对则原样返回 echostr',
  params: nothing,
  body: z.strictObject({ signature: part, timestamp: part, nonce: part, echostr: part }),
  reply: z.string(),
  gives: 'text',
})

export const ReceiveWechatPush = endpoint({
  verb: 'POST',
  path: '/api/wechat/push',
  who: 'anyone',
  zh: '接收微信消息推送（JSON，明文或安全模式），同一条只算一次，返回 success',
  params: nothing,
  body: z.looseObject({}),
  reply: z.string(),
  takes: 'push',
  gives: 'text',
})
