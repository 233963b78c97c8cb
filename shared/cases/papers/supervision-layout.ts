import type { Paper } from '../../kit/paper'
import type { Colour } from '../supervision'
import { COLOUR_ZH, SUPERVISION_LEVEL_ZH, supervisionZh } from '../supervision-words'
import { heading, para, photos, table } from './blocks'
import {
  factRows,
  PAPER_ZH,
  paperDay,
  paperMoment,
  photoBlock,
  type SupervisionFacts,
  type SupervisionPaper,
} from './facts'

/** What is at stake with each colour, in words: a paper may be printed in black. */
const COLOUR_MEANS: Record<Colour, string> = {
  blue: '提醒责任单位抓紧办理',
  yellow: '对办理迟缓提出警示',
  red: '对严重超时提出督办，须说明原因',
}

const superviseRows = (s: SupervisionFacts) =>
  factRows([
    ['督办文号', s.number],
    ['督办等级', `${COLOUR_ZH[s.colour]}（${COLOUR_MEANS[s.colour]}）`],
    ['挂牌', s.isListed ? `${SUPERVISION_LEVEL_ZH[s.level]}挂牌督办` : ''],
    ['被督办单位', s.unitZh],
    ['案件', `${s.caseTitle}（${s.caseNumber}）`],
    ['位置', s.addressZh],
    ['答复期限', `${paperMoment(s.dueAt)} 前`],
  ])

const lastEvent = (s: SupervisionFacts, kind: string) => s.events.findLast((event) => event.kind === kind)

const supervisePaper = (s: SupervisionFacts): Paper => ({
  masthead: s.officeZh,
  number: s.number,
  title: `${PAPER_ZH.supervise}（${COLOUR_ZH[s.colour]}）`,
  blocks: [
    { kind: 'addressee', text: `${s.unitZh}：` },
    para(`现就下列案件对你单位督办。请于${paperMoment(s.dueAt)}前在系统内书面答复，并附整改照片。`),
    heading('一、督办事项'),
    table(superviseRows(s)),
    heading('二、督办要求'),
    para(lastEvent(s, 'issue')?.note ?? ''),
    { kind: 'sign', office: s.officeZh, dayZh: paperDay(s.issuedAt) },
  ],
})

/** 销号单 of an entry: proposed by one, agreed to by another, with what both saw. */
function cancelPaper(s: SupervisionFacts): Paper {
  const [answered, proposed, confirmed] = [lastEvent(s, 'answer'), lastEvent(s, 'propose'), lastEvent(s, 'confirm')]
  const evidence = [answered, proposed].flatMap((event) =>
    (event?.photos ?? []).map((fileId) => ({
      fileId,
      caption: event ? `${supervisionZh(event.kind)} · ${event.byZh} · ${paperDay(event.at)}` : '',
    })),
  )
  const said = (event: typeof answered) => (event ? `${event.byZh}，${paperMoment(event.at)}` : '')
  return {
    masthead: s.officeZh,
    number: s.number,
    title: PAPER_ZH.cancel,
    blocks: [
      heading('一、督办事项'),
      table(superviseRows(s)),
      heading('二、答复和销号'),
      table(
        factRows([
          ['书面答复', said(answered)],
          ['答复内容', answered?.note ?? ''],
          ['提请销号', said(proposed)],
          ['提请理由', proposed?.note ?? ''],
          ['同意销号', said(confirmed)],
          ['核对意见', confirmed?.note ?? ''],
        ]),
      ),
      para('提请和同意由两个人分别办理，都不是被督办单位的人，经手人在系统内留有记录。'),
      ...photos('三、佐证照片', photoBlock(evidence)),
      ...(confirmed ? [{ kind: 'sign' as const, office: s.officeZh, dayZh: paperDay(confirmed.at) }] : []),
    ],
  }
}

const SUPERVISION_LAYOUTS: Record<SupervisionPaper, (s: SupervisionFacts) => Paper> = {
  supervise: supervisePaper,
  cancel: cancelPaper,
}
export const supervisionPaper = (kind: SupervisionPaper, facts: SupervisionFacts) => SUPERVISION_LAYOUTS[kind](facts)
