import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Refusal, refuse } from '../kit/refusal'
import type { AgeBand } from './volunteers'

/** 风险等级 of an activity a minor may join; a risky one is for adults whatever anybody consents to. */
export const RISK_CLASSES = ['low', 'medium'] as const
export type RiskClass = (typeof RISK_CLASSES)[number]

export const RISK_CLASS_ZH: Record<RiskClass, string> = { low: '低风险', medium: '中风险' }

/** What a guardian agrees to, word for word; changed words are a new version, old consents keep theirs. */
export const CONSENT_TEXT_VERSION = '2026-1'
export const CONSENT_TEXTS: Record<RiskClass, string> = {
  low: '我是孩子的监护人，同意孩子参加低风险的志愿服务，如图书整理、文化宣传、社区环境清洁。我知道活动的时间、地点和安全提示，可以随时撤回同意。',
  medium:
    '我是孩子的监护人，同意孩子参加中风险的志愿服务，如路口文明劝导、水边步道清洁，由领队全程看护。我知道活动的时间、地点和安全提示，可以随时撤回同意。',
}

/** SHA-256 of the words agreed to, hex. */
export const consentHash = (riskClass: RiskClass) =>
  bytesToHex(sha256(utf8ToBytes(`${CONSENT_TEXT_VERSION}\n${CONSENT_TEXTS[riskClass]}`)))

/** 民法典 §18-20 and the provincial rules: under 8 never, 8 to 17 with a guardian, nobody under 18 where it is risky. */
export function whyNotAge(
  of: { readonly minAge: number | null; readonly isRisky: boolean; readonly riskClass: RiskClass },
  { ageBand, consents }: { readonly ageBand: AgeBand; readonly consents: readonly RiskClass[] },
  floor: number,
): Refusal | null {
  if (ageBand === 'under_8') return UNDER_8
  if (floor < (of.minAge ?? 0)) return refuse('forbidden', `这个活动须年满 ${of.minAge} 周岁`)
  if (ageBand === 'adult') return null
  if (of.isRisky) return refuse('forbidden', '有风险的活动只招募成年人')
  if (consents.includes(of.riskClass)) return null
  return refuse('forbidden', `未满 18 周岁须监护人同意参加${RISK_CLASS_ZH[of.riskClass]}活动，请监护人先填写同意书`)
}

export const UNDER_8 = refuse('forbidden', '未满 8 周岁不能登记为志愿者，可以由家长带着参加亲子活动', 'ageBand')

type Given = { readonly riskClass: RiskClass; readonly textVersion: string; readonly ageBand: AgeBand }

/** Why this consent cannot be taken. */
export function whyNotConsent({ ageBand, textVersion }: Given): Refusal | null {
  if (ageBand === 'under_8') return UNDER_8
  if (ageBand === 'adult') return refuse('wrong_state', '已满 18 周岁，不需要监护人同意')
  return textVersion === CONSENT_TEXT_VERSION ? null : refuse('conflict', '同意书已更新，请重新阅读', 'textVersion')
}
