import { addMinutes } from '../../shared/kit/time'
import type { Deps } from '../http/deps'
import { findMark, recordMark } from '../notices/mark-queries'
import { listUntoldMails, recordMailNotices } from './mail-queries'

const BATCH = 200
/** A row may be written by a slower request after a later one. */
const LOOK_BACK_MINUTES = 10

/** Tells the office of mails that arrived; late, twice or on two servers, the inboxes end the same. Nothing of the letter is repeated. */
export async function tellMails({ db }: Deps): Promise<number> {
  const mark = await findMark(db, 'tell-mails')
  const arrived = await listUntoldMails(db, addMinutes(mark, -LOOK_BACK_MINUTES), BATCH)
  for (const mail of arrived) {
    const news =
      mail.caseId === null
        ? { title: '收到来信', text: '邮件待录里有一封新的来信', link: '/staff/reports/mails' }
        : {
            title: '来信人回复',
            text: `${mail.number} 的来信人又写信来了`,
            link: `/staff/cases/detail?id=${mail.caseId}`,
          }
    await recordMailNotices(db, mail, news)
  }
  const last = arrived.at(-1)
  if (last)
    await recordMark(db, 'tell-mails', arrived.length === BATCH ? addMinutes(last.at, LOOK_BACK_MINUTES) : last.at)
  return arrived.length
}
