import type { Hono } from 'hono'
import { GetPoint, ListNearPoints, ListPointCategories, ListPoints } from '../../shared/points/contract'
import { ApplyImport, CheckImport, GetImportTemplate, IMPORT_BYTES_MAX } from '../../shared/points/import-contract'
import type { Env } from '../http/deps'
import { mountDownload } from '../http/download'
import { mount } from '../http/mount'
import { mountReading, mountUpload } from '../http/upload'
import { listNearPoints, listPointCategories, listPoints, readPoint } from './actions'
import { applyImport, checkImport, readImport } from './import-actions'
import { importTemplate } from './import-template'

export function pointRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(ListPointCategories, ({ deps }) => listPointCategories(deps))
  on(ListPoints, ({ deps, body }) => listPoints(deps, body))
  on(ListNearPoints, ({ deps, body }) => listNearPoints(deps, body))
  on(GetPoint, ({ deps, params }) => readPoint(deps, params.id))
}

const TABLE = { bytesMax: IMPORT_BYTES_MAX, zh: '表格文件', tooLargeZh: '文件超过 2 MB，请分几个文件导入' }

/** 导入 of the county's own tables. */
export function importRoutes(app: Hono<Env>) {
  mountReading(app, TABLE)(CheckImport, ({ deps, actor, params, bytes }) =>
    checkImport(deps, actor, params.kind, bytes),
  )
  mountUpload(app, TABLE)(
    ApplyImport,
    ({ deps, actor, params, body, bytes, send }) =>
      applyImport(deps, actor, { kind: params.kind, bytes, stamp: body.stamp }, send),
    ({ deps, subjectId }) => readImport(deps, subjectId),
  )
  mountDownload(app)(GetImportTemplate, ({ deps, actor, params, body }) =>
    importTemplate(deps, actor, params.kind, body.filled === 'yes'),
  )
}
