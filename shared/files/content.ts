/** 内容安全: what of a person's is checked. */
export const CONTENT_KINDS = ['picture', 'report', 'rating', 'note'] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

/** A picture waits to be sent to the check, then for its answer; a text is settled at once. */
export const CONTENT_STATES = ['waiting', 'pending', 'pass', 'review', 'risky', 'unknown'] as const
export type ContentState = (typeof CONTENT_STATES)[number]
export const CONTENT_STATE_ZH: Record<ContentState, string> = {
  waiting: '等待检测',
  pending: '检测中',
  pass: '检测通过',
  review: '建议人工看',
  risky: '可能违规',
  unknown: '没有检测结果',
}

/** What WeChat finds in it, by its number. */
const LABELS: Readonly<Record<number, string>> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
}

/** 可能违规（色情）: the state in words, with what was found where something was. */
export const checkZh = (state: ContentState, label: number | null) => {
  const found = label === null ? undefined : LABELS[label]
  return found && state !== 'pass' ? `${CONTENT_STATE_ZH[state]}（${found}）` : CONTENT_STATE_ZH[state]
}
