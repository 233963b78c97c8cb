import { momentZh, spanZh } from '../kit/time'
import type { SignUpMove } from './sign-ups'

export type SignUpNews = {
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly offerUntil: Date | null
  readonly note: string
  readonly at: Date
}
type Tell = { readonly title: string; readonly zh: (news: SignUpNews) => string }

const of = ({ title, startsAt, endsAt }: SignUpNews) => `“${title}”（${spanZh(startsAt, endsAt)}）`

/** What the person hears of what others, or the clock, did with the sign-up; what they did themselves is no news. */
export const SIGN_UP_TELLS: { readonly [move in SignUpMove]?: Tell } = {
  approve: { title: '报名已通过', zh: (news) => `${of(news)}的报名已通过，请准时到场。` },
  reject: { title: '报名未通过', zh: (news) => `${of(news)}的报名未通过：${news.note}` },
  wait: { title: '已转入候补', zh: (news) => `${of(news)}名额已满，您已排入候补，有名额会按先后通知。` },
  offer: {
    title: '候补有名额了',
    zh: (news) =>
      `${of(news)}空出一个名额，为您保留到${news.offerUntil ? momentZh(news.offerUntil, news.at) : '开始前'}，请在“我的活动”确认。`,
  },
  lapse: { title: '候补名额已过期', zh: (news) => `${of(news)}的名额没有按时确认，您已排到队尾，有名额再通知。` },
  cancel: { title: '活动已取消', zh: (news) => `${of(news)}已取消，您不用到场；已经测得的时长保留。` },
  displace: {
    title: '活动改期，与您的另一场冲突',
    zh: (news) => `${of(news)}改了时间（原来是${news.note}），与您另一场报名重叠，这份报名已取消，不算您缺席。`,
  },
  revoke: { title: '监护人撤回了同意', zh: (news) => `${of(news)}的报名已取消。` },
  excuse: { title: '已记为请假', zh: (news) => `${of(news)}领队已记为请假：${news.note}` },
}

/** 改期: no move of the sign-up, but its time is another. */
export const RETIME_TELL: Tell = {
  title: '活动时间有变',
  zh: (news) => `${of(news)}改了时间（原来是${news.note}）。还能不能去，请在“我的活动”里告诉领队。`,
}
