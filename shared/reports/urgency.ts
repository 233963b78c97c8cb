import type { Urgency } from '../cases/states'

/** Words of danger: they raise the urgency of what comes in, whoever wrote them. The longest that fits is the reason shown. */
export const URGENT_WORDS: Readonly<Record<Exclude<Urgency, 'general'>, readonly string[]>> = {
  // biome-ignore format: a table reads by its columns
  emergency: ['触电', '漏电', '带电', '电线掉', '漏气', '燃气泄漏', '煤气泄漏', '着火', '起火', '爆炸', '塌陷', '坍塌', '有人受伤', '受伤', '昏迷', '有人被困', '落水'],
  // biome-ignore format: a table reads by its columns
  hazard: ['井盖缺失', '井盖没了', '井盖不见', '没有井盖', '要掉下来', '坠落', '倒塌', '倾倒', '悬空', '断裂', '裸露电线', '摔倒', '绊倒'],
}

export type Raised = { readonly urgency: Urgency; readonly why: string }

/** 性质 of a report by what it says, and the word that made it so; `why` is empty where nothing did. */
export function urgencyOf(words: string): Raised {
  for (const urgency of ['emergency', 'hazard'] as const) {
    const found = URGENT_WORDS[urgency].filter((word) => words.includes(word)).sort((a, b) => b.length - a.length)[0]
    if (found) return { urgency, why: found }
  }
  return { urgency: 'general', why: '' }
}
