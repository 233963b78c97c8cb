import type { Hono } from 'hono'
import {
  GetSharePicture,
  GetShareTarget,
  MakeShareCode,
  MakeShareLink,
} from '../../../shared/volunteering/share-contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { mount } from '../../http/mount'
import { drawShareCode, makeShareCode, makeShareLink, readShareCode, readShareLink, readShareTarget } from './actions'

/** 分享码和链接: for posters of activities, plates of points and public cases. */
export function sharingRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(
    MakeShareCode,
    ({ deps, actor, body, send }) => makeShareCode(deps, actor, body, send),
    ({ deps, body }) => readShareCode(deps, body),
  )
  on(GetShareTarget, ({ deps, params }) => readShareTarget(deps, params.id))
  on(
    MakeShareLink,
    ({ deps, actor, params, body, send }) => makeShareLink(deps, actor, params.id, body.days, send),
    ({ deps, subjectId }) => readShareLink(deps, subjectId),
  )
  mountDownload(app)(GetSharePicture, ({ deps, params }) => drawShareCode(deps, params.id))
}
