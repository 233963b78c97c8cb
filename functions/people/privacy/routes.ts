import type { Hono } from 'hono'
import {
  CloseAccount,
  CorrectName,
  ExportMyData,
  GetPrivacy,
  KeepAccount,
} from '../../../shared/people/privacy-contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { mount } from '../../http/mount'
import { closeAccount, correctName, exportMyData, keepAccount, readPrivacy } from './actions'

/** 个人信息: read, correct, take along, close. */
export function privacyRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetPrivacy, ({ deps, actor }) => readPrivacy(deps, actor))
  on(
    CorrectName,
    ({ deps, actor, body, send }) => correctName(deps, actor, body.name, send),
    ({ deps, actor }) => readPrivacy(deps, actor),
  )
  on(
    CloseAccount,
    ({ deps, actor, send }) => closeAccount(deps, actor, send),
    ({ deps, actor }) => readPrivacy(deps, actor),
  )
  on(
    KeepAccount,
    ({ deps, actor, send }) => keepAccount(deps, actor, send),
    ({ deps, actor }) => readPrivacy(deps, actor),
  )
  mountDownload(app)(ExportMyData, ({ deps, actor }) => exportMyData(deps, actor))
}
