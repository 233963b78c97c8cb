import type { Paper } from '../../kit/paper'
import type { RealName } from './real-name'
import type { Snapshot } from './snapshot'
import { CERTIFICATE_ZH, classZh, ID_KIND_ZH } from './words'

const dayZh = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const sumZh = ({ minutes, hours }: { readonly minutes: number; readonly hours: string }) =>
  `${hours} 小时（${minutes} 分钟）`

const contentsOf = (lines: Snapshot['lines']) =>
  [...new Set(lines.map(({ content }) => content.split(' · ')[0]))].join('、')

type Printed = {
  readonly facts: Snapshot
  /** Null once the holder deleted the name and number: the paper then prints them masked. */
  readonly holder: RealName | null
  readonly sha256: string
  readonly link: string
  readonly standingZh: string
}

/** 志愿服务记录证明, A4: the facts, what they add up to, every record, and how to verify them. It claims nothing else. */
export function certificatePaper({ facts, holder, sha256, link, standingZh }: Printed): Paper {
  const { unit, fromDay, toDay, lines, totals } = facts
  const rows = [
    ['姓名', holder?.name ?? facts.holder.name],
    ['证件类型和号码', `${ID_KIND_ZH[facts.holder.idKind]} ${holder?.idNumber ?? facts.holder.id}`],
    ['志愿者编号', facts.holder.volunteerNumber],
    ['服务时段', `${dayZh(fromDay)}至${dayZh(toDay)}`],
    ['服务时长', `${sumZh(totals.all)}，${lines.length} 次`],
    ['其中实测', sumZh(totals.measured)],
    ['其中补录', sumZh(totals.supplemented)],
    ['记录单位', unit],
    ['负责人、经办人', `${facts.head}、${facts.handler}`],
    ['联系方式', facts.contact],
    ['出具日期', dayZh(facts.issuedDay)],
  ]
  const columns = [
    { share: 31, isLabel: true },
    { share: 75, isLabel: false },
  ]
  return {
    masthead: null,
    number: `编号 ${facts.number}`,
    title: CERTIFICATE_ZH,
    blocks: [
      { kind: 'table', columns, head: null, rows },
      {
        kind: 'para',
        text: `上列志愿者在上述时段参加了本单位组织并记录的志愿服务，服务内容为${contentsOf(lines)}，记录如下。`,
      },
      {
        kind: 'table',
        columns: [23, 25, 34, 12, 12].map((share) => ({ share, isLabel: false })),
        head: ['日期', '起止', '活动、地点和内容', '分钟', '类别'],
        rows: lines.map(({ day, from, to, activity, place, content, minutes, evidence }) => [
          day,
          `${from}–${to}`,
          `${activity}，${place}，${content}`,
          String(minutes),
          classZh(evidence),
        ]),
      },
      { kind: 'code', text: link, caption: '扫码查验' },
      {
        kind: 'note',
        text: `扫码可查所载事实、现在的状态和签名；打印时为“${standingZh}”。实测：当场签到签退或领队当场确认；补录：事后由两人补记。时长按分钟记，小时数向下取一位小数。${link}`,
      },
      {
        kind: 'note',
        text: `快照 SHA-256：${sha256}，以 Ed25519 签名。依据《志愿服务记录与证明出具办法（试行）》免费出具，不作其他用途。`,
      },
      { kind: 'sign', office: unit, dayZh: dayZh(facts.issuedDay) },
    ],
  }
}
