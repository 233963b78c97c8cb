import * as z from 'zod'

/** The shapes every contract is made of; their sentences are what a person reads when one does not fit. */

export const nothing = z.strictObject({})

export const idParams = z.object({ id: z.string().min(1).max(64) })

/** Minted by the phone once per intention, kept over retries: the same key never acts twice. */
export const key = z.uuid('提交编号有误，请返回重新操作')

/** An installation of the app, by the number it gave itself. */
export const device = z.uuid('设备编号有误，请退出后重新打开')

/** One line or a paragraph as a person types it; `what` is the field's name in the sentence. */
export const words = (what: string, max: number) => z.string(`请填写${what}`).trim().max(max, `${what}最多 ${max} 个字`)

export const someWords = (what: string, max: number) => words(what, max).min(1, `请填写${what}`)

export const fileIds = (max: number) =>
  z.array(z.string().min(1).max(64), '照片编号有误').max(max, `最多 ${max} 张照片`)

/** WGS-84 degrees; accuracy in metres as the phone claims it, null when unknown. */
export const position = z.strictObject({
  lng: z.number('请选择位置').min(-180, '经度有误').max(180, '经度有误'),
  lat: z.number('请选择位置').min(-90, '纬度有误').max(90, '纬度有误'),
  accuracyM: z.number().min(0).max(100_000).nullable().default(null),
})
export type Position = z.output<typeof position>

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime()

/** Query-string numbers arrive as text. */
export const queryNumber = z.coerce.number()

export const pageQuery = {
  cursor: z.string().max(200).optional(),
  size: z.coerce.number().int().min(1).max(100).default(20),
}

/** A page of a list; `next` is the cursor of the following page, null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
