import type { EvidenceClass } from '../attendance'
import type { Standing } from './life'
import type { IdKind } from './real-name'

/** The only name the paper goes by. */
export const CERTIFICATE_ZH = '志愿服务记录证明'

export const STANDING_ZH: Record<Standing, string> = {
  requested: '待出具',
  refused: '未出具',
  valid: '有效',
  corrected: '记录已更正',
  superseded: '已被替代',
  revoked: '已撤销',
}

export const STANDING_SAYS: Record<Standing, string> = {
  requested: '等记录单位核对后出具',
  refused: '记录单位没有出具，理由见下',
  valid: '所载记录与时长账一致',
  corrected: '记录已更正，以新证明为准',
  superseded: '记录已更正，以新证明为准',
  revoked: '出具单位已撤销，不再有效',
}

export const ID_KIND_ZH: Record<IdKind, string> = {
  resident: '居民身份证',
  hk_macao: '港澳居民居住证',
  taiwan: '台湾居民居住证',
  foreigner: '外国人永久居留身份证',
  passport: '护照',
  other: '其他证件',
}

/** 证据类别 as the paper prints it: what was measured on the spot, and what was filled in. */
export const classZh = (evidence: EvidenceClass) => (evidence === 'supplemented' ? '补录' : '实测')
