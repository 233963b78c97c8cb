import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { key, nothing } from '../kit/fields'

/** In the order in which a new county imports them: each names rows of the ones before. */
export const IMPORT_KINDS = ['units', 'grids', 'duties', 'points'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export const IMPORT_ZH: Record<ImportKind, string> = {
  units: '单位',
  grids: '网格',
  duties: '四级责任',
  points: '点位',
}
export const IMPORT_BYTES_MAX = 2 * 1024 * 1024

const params = z.object({ kind: z.enum(IMPORT_KINDS, '没有这类导入') })
const counts = { fresh: z.number().int(), changed: z.number().int(), same: z.number().int() }

export const ImportCheck = z.object({
  kind: z.enum(IMPORT_KINDS),
  ...counts,
  bad: z.array(z.object({ sheet: z.string(), row: z.number().int(), column: z.string(), zh: z.string() })),
  /** The first rows that would be written, before and after. */
  shown: z.array(
    z.object({
      key: z.string(),
      isNew: z.boolean(),
      lines: z.array(z.object({ name: z.string(), was: z.string(), is: z.string() })),
    }),
  ),
  /** Of these bytes and of what they would do; null while a cell is bad. To be sent along with the bytes for good. */
  stamp: z.string().nullable(),
})
export type ImportCheck = z.infer<typeof ImportCheck>

export const ImportDone = z.object({ kind: z.enum(IMPORT_KINDS), ...counts })
export type ImportDone = z.infer<typeof ImportDone>

export const CheckImport = endpoint({
  verb: 'POST',
  path: '/api/imports/:kind/check',
  who: ['admin'],
  zh: '试导入单位、网格、四级责任或点位（multipart，字段 file：XLSX 或 CSV，最大 2 MB）：逐格指出错误，数出新增、修改和不变；什么都不写入',
  params,
  body: nothing,
  reply: ImportCheck,
  takes: 'multipart',
})

export const ApplyImport = endpoint({
  verb: 'POST',
  path: '/api/imports/:kind',
  who: ['admin'],
  zh: '把试过的同一个文件写入（multipart，字段 file，加上试导入给的 stamp）；文件或数据变了就不写，要重新试',
  params,
  body: z.strictObject({ key, stamp: z.string('请先检查').length(64, '请先检查') }),
  reply: ImportDone,
  takes: 'multipart',
  isSensitive: true,
})

export const GetImportTemplate = endpoint({
  verb: 'GET',
  path: '/api/imports/:kind/template',
  who: ['admin'],
  zh: '下载导入模板（XLSX）；filled=yes 时带上现在的全部数据，改好可以原样传回',
  params,
  body: z.strictObject({ filled: z.enum(['yes', 'no'], '请选择空白或现有数据').default('no') }),
  reply: z.unknown(),
  gives: 'file',
})
