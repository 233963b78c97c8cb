import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, key, moment, nothing, pageOf, pageQuery, someWords, words } from '../../kit/fields'
import { CERTIFICATE_STATES, OFFICE_MOVES, STANDINGS } from './life'
import { ID_KINDS, tidyId } from './real-name'
import { CertificateTotals } from './snapshot'

const day = (what: string) => z.iso.date(`请选择${what}`)

export const RealNameView = z.object({
  nameMasked: z.string(),
  idKind: z.enum(ID_KINDS),
  idMasked: z.string(),
  at: moment,
})
export type RealNameView = z.output<typeof RealNameView>
const RealNameHeld = z.object({ realName: RealNameView.nullable() })

export const GetMyRealName = endpoint({
  verb: 'GET',
  path: '/api/my-real-name',
  who: 'signed_in',
  zh: '我的实名信息：封存，任何界面都只显示遮盖后的样子',
  params: nothing,
  body: nothing,
  reply: RealNameHeld,
})

export const SetMyRealName = endpoint({
  verb: 'POST',
  path: '/api/my-real-name',
  who: 'signed_in',
  zh: '登记或更换实名信息：单独同意后加密封存，只印在自己的证明上',
  params: nothing,
  body: z.strictObject({
    key,
    name: someWords('姓名', 40),
    idKind: z.enum(ID_KINDS, '请选择证件类型'),
    idNumber: someWords('证件号码', 30).transform(tidyId),
    consent: z.literal(true, '请先同意把姓名和证件号码用于证明'),
  }),
  reply: RealNameHeld,
})

export const DeleteMyRealName = endpoint({
  verb: 'POST',
  path: '/api/my-real-name/deletion',
  who: 'signed_in',
  zh: '删除实名信息：已出具证明里封存的一份同时删除，证明仍可查验',
  params: nothing,
  body: z.strictObject({ key }),
  reply: RealNameHeld,
})

/** A certificate as its holder reads it. */
export const MyCertificate = z.object({
  id: z.string(),
  number: z.string().nullable(),
  /** The key of the public page, once issued. */
  linkKey: z.string().nullable(),
  standing: z.enum(STANDINGS),
  teamName: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  minutes: z.number().int().nullable(),
  requestedAt: moment,
  issuedAt: moment.nullable(),
  reason: z.string(),
})
export type MyCertificate = z.output<typeof MyCertificate>

export const ListMyCertificates = endpoint({
  verb: 'GET',
  path: '/api/my-certificates',
  who: 'signed_in',
  zh: '我的证明，和能为我出具证明的队伍：组织并记录过我的服务的单位',
  params: nothing,
  body: z.strictObject(pageQuery),
  reply: pageOf(MyCertificate).extend({
    teams: z.array(z.object({ id: z.string(), name: z.string(), minutes: z.number().int(), firstDay: z.string() })),
  }),
})

export const RequestCertificate = endpoint({
  verb: 'POST',
  path: '/api/my-certificates',
  who: ['volunteer'],
  zh: '申请志愿服务记录证明：一个单位一份，免费；记录更正过的可以再申请，新的替代旧的',
  params: nothing,
  body: z.strictObject({
    key,
    teamId: z.string('请选择记录单位').min(1, '请选择记录单位').max(64),
    fromDay: day('开始日期'),
    toDay: day('结束日期'),
  }),
  reply: MyCertificate,
})

const file = {
  verb: 'GET',
  who: 'signed_in',
  params: idParams,
  body: nothing,
  reply: z.unknown(),
  gives: 'file',
} as const

export const GetCertificatePaper = endpoint({
  ...file,
  path: '/api/my-certificates/:id/paper',
  zh: '自己的志愿服务记录证明（PDF，A4，字体嵌入）：姓名和证件号码启封一次，每次都记录',
})

export const GetCertificatePoster = endpoint({
  ...file,
  path: '/api/my-certificates/:id/poster',
  zh: '自己的证明图（PNG）：遮盖的姓名、时长、单位、编号和查验二维码',
})

export const OfficeCertificate = MyCertificate.omit({ linkKey: true }).extend({
  state: z.enum(CERTIFICATE_STATES),
  version: z.number().int(),
  nameMasked: z.string(),
  idKind: z.enum(ID_KINDS).nullable(),
  idMasked: z.string().nullable(),
  volunteerNumber: z.string(),
  /** As the ledger has it now; the snapshot's once issued. */
  records: z.number().int(),
  totals: CertificateTotals,
  issuedByZh: z.string().nullable(),
  supersedesNumber: z.string().nullable(),
  moves: z.array(z.enum(OFFICE_MOVES)),
  /** 负责人 and 联系方式 of the unit's last paper. */
  headZh: z.string(),
  contactZh: z.string(),
})
export type OfficeCertificate = z.output<typeof OfficeCertificate>

export const ListCertificates = endpoint({
  verb: 'GET',
  path: '/api/certificates',
  who: ['shift_leader', 'admin'],
  zh: '证明办理：带队的看自己带过队的单位，管理员看全县；姓名证件只显示遮盖后的样子',
  params: nothing,
  body: z.strictObject({ state: z.enum(CERTIFICATE_STATES).default('requested'), ...pageQuery }),
  reply: pageOf(OfficeCertificate).extend({ counts: z.record(z.enum(CERTIFICATE_STATES), z.number().int()) }),
})

export const TransitionCertificate = endpoint({
  verb: 'POST',
  path: '/api/certificates/:id/transitions',
  who: ['shift_leader', 'admin'],
  zh: '出具、不予出具或撤销一份证明：不能给自己办，撤销由出具人以外的人办；出具时冻结、编号、签名',
  params: idParams,
  body: z.strictObject({
    key,
    version: z.number().int().min(0),
    move: z.enum(OFFICE_MOVES, '请选择怎么办'),
    note: words('理由', 200).default(''),
    headZh: words('负责人', 20).default(''),
    contactZh: words('联系方式', 40).default(''),
  }),
  reply: OfficeCertificate,
})
