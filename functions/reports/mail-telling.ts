import type { Deps } from '../http/deps'
import { each, tellOn } from '../notices/telling'
import { listUntoldMails, recordMailNotices } from './mail-queries'

/** Tells the office of mails that arrived; late, twice or on two servers, the inboxes end the same. Nothing of the letter is repeated. */
export const tellMails = ({ db }: Deps) =>
  tellOn(db, {
    mark: 'tell-mails',
    list: (from, size) => listUntoldMails(db, from, size),
    tell: each((mail: Mail) => recordMailNotices(db, mail, newsOf(mail))),
  })

type Mail = Awaited<ReturnType<typeof listUntoldMails>>[number]

const newsOf = ({ caseId, number }: Mail) =>
  caseId === null
    ? { title: '收到来信', text: '邮件待录里有一封新的来信', link: '/staff/reports/mails' }
    : { title: '来信人回复', text: `${number} 的来信人又写信来了`, link: `/staff/cases/detail?id=${caseId}` }
