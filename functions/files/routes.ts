import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { GetPicture, UploadFile } from '../../shared/files/contract'
import { AskUploadPlace, ClaimUpload } from '../../shared/files/direct-contract'
import { PHOTO_BYTES_MAX } from '../../shared/files/kinds'
import { CheckWechatPush, ReceiveWechatPush } from '../../shared/files/push-contract'
import type { Env } from '../http/deps'
import { mount, parse } from '../http/mount'
import { fail } from '../http/refused'
import { mountUpload } from '../http/upload'
import { readPhoto, readPicture, storePhoto, TOO_LARGE_ZH } from './actions'
import { askPlace, claimPlace, readPlace } from './direct-actions'
import { checkPush, takePush } from './push-actions'

const PHOTO = { bytesMax: PHOTO_BYTES_MAX, zh: '照片', tooLargeZh: TOO_LARGE_ZH }

export function fileRoutes(app: Hono<Env>) {
  mountUpload(app, PHOTO)(
    UploadFile,
    ({ deps, actor, bytes, send }) => storePhoto(deps, actor, bytes, send),
    ({ deps, subjectId }) => readPhoto(deps, subjectId),
  )
  const on = mount(app)
  on(
    AskUploadPlace,
    ({ deps, actor, body, send }) => askPlace(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readPlace(deps, actor, subjectId),
  )
  on(
    ClaimUpload,
    ({ deps, actor, params, send }) => claimPlace(deps, actor, params.id, send),
    ({ deps, subjectId }) => readPhoto(deps, subjectId),
  )
  app.get(GetPicture.path, async (c) => {
    const { id, variant } = parse(GetPicture.params, c.req.param())
    const { e, s } = parse(GetPicture.body, c.req.query())
    const found = await readPicture(c.var.deps, { id, variant, expires: e, mac: s })
    if ('link' in found) return c.redirect(found.link, 302)
    const { bytes, mime } = found
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': mime,
      'content-disposition': 'inline; filename="photo"',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'private, max-age=300',
    })
  })
}

const PUSH_BYTES_MAX = 64 * 1024

/** WeChat's own door: it proves itself by its signature and wants bare words back. */
export function pushRoutes(app: Hono<Env>) {
  app.get(CheckWechatPush.path, async (c) =>
    c.text(await checkPush(c.var.deps, parse(CheckWechatPush.body, c.req.query()))),
  )
  app.post(ReceiveWechatPush.path, bodyLimit({ maxSize: PUSH_BYTES_MAX, onError: tooLarge }), async (c) =>
    c.text(await takePush(c.var.deps, c.req.query(), await c.req.text())),
  )
}

const tooLarge = () => fail('too_large', '推送的内容太大')
