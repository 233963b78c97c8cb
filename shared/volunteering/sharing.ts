/** 分享码: what of the house may be reached by a mini-program code or a link. */
export const SHARE_KINDS = ['case', 'activity', 'point'] as const
export type ShareKind = (typeof SHARE_KINDS)[number]

/** The page every code opens; a tab page stands in the main package and is there in every release. */
export const SHARE_PAGE = 'pages/home/index'

/** WeChat keeps a link for thirty days at most. */
export const LINK_DAYS_MAX = 30

/** Where the phone goes from there; a point begins a report at its place. */
export const sharePath = (kind: ShareKind, subjectId: string) => {
  const id = encodeURIComponent(subjectId)
  if (kind === 'case') return `/pages/cases/public?id=${id}`
  return kind === 'activity' ? `/pages/volunteering/detail?id=${id}` : ''
}

/** Ten letters of 64: what fits a scene of 32, and cannot be guessed in the time a poster hangs. */
export const shareCodeOf = (secret: string) => secret.replace(/[^A-Za-z0-9]/g, '').slice(0, 10)
