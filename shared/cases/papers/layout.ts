import type { Block, Paper } from '../../kit/paper'
import type { Colour } from '../supervision'
import { COLOUR_ZH, SUPERVISION_LEVEL_ZH, supervisionZh } from '../supervision-words'
import {
  type CaseFacts,
  type CasePaper,
  factRows,
  LABELLED,
  PAPER_ZH,
  pairBlock,
  paperDay,
  paperMoment,
  photoBlock,
  type SupervisionFacts,
  type SupervisionPaper,
} from './facts'

const table = (rows: readonly (readonly string[])[]): Block => ({ kind: 'table', columns: LABELLED, head: null, rows })
const heading = (text: string): Block => ({ kind: 'heading', text })
const para = (text: string): Block => ({ kind: 'para', text })

function photos(title: string, { photos, left }: ReturnType<typeof pairBlock>): Block[] {
  if (photos.length === 0) return [heading(title), para('没有照片。')]
  const rest: Block[] = left > 0 ? [{ kind: 'note', text: `另有照片 ${left} 张，请在系统里查看。` }] : []
  return [heading(title), { kind: 'photos', rows: photos }, ...rest]
}

const placeOf = ({ addressZh, gridZh }: CaseFacts) =>
  [addressZh, gridZh].filter(Boolean).join('（') + (gridZh && addressZh ? '）' : '')

const chainRows = ({ chain }: CaseFacts) =>
  chain.map(({ zh, names, unitName, segmentZh, vacant }): [string, string] => [
    zh,
    vacant ? '空缺' : [names.join('、') || unitName, segmentZh].filter(Boolean).join('　'),
  ])

const caseRows = (c: CaseFacts) =>
  factRows([
    ['案件编号', c.number],
    ['问题', c.title],
    ['类别', [c.categoryZh, c.urgencyZh].filter(Boolean).join(' · ')],
    ['位置', placeOf(c)],
    ['责任单位', c.unitZh],
    ['协办单位', c.helpersZh.join('、')],
  ])

const momentRows = (c: CaseFacts) =>
  factRows([
    ['收到时间', paperMoment(c.submittedAt)],
    ['交办', c.dispatchedAt ? paperMoment(c.dispatchedAt) : ''],
    ['办结时限', c.dueAt ? `${paperMoment(c.dueAt)} 前` : ''],
    ['单位反馈', c.handledAt ? paperMoment(c.handledAt) : ''],
    ['核查结案', c.isClosed && c.endedAt ? paperMoment(c.endedAt) : ''],
  ])

/** 交办单: what, where, by whom, by when, and how it is known to be done. */
function dispatchPaper(c: CaseFacts): Paper {
  const due = c.dueAt ? `请于${paperMoment(c.dueAt)}前办结` : '请按规定时限办结'
  const helpers = c.helpersZh.length > 0 ? `，并与${c.helpersZh.join('、')}协同办理` : ''
  return {
    masthead: c.officeZh,
    number: `案件编号 ${c.number}`,
    title: PAPER_ZH.dispatch,
    blocks: [
      { kind: 'addressee', text: `${c.unitZh}：` },
      para(`下列案件交由你单位主办。${due}${helpers}，办结后在系统内报送整改后照片。`),
      heading('一、案件情况'),
      table(caseRows(c)),
      heading('二、办理要求'),
      para(c.requirement || '按职责尽快处置，做到现场清楚、照片齐全。'),
      ...(c.closingConditions.length > 0 ? [para(`结案条件：${c.closingConditions.join('；')}。`)] : []),
      heading('三、责任链'),
      ...(c.chain.length > 0 ? [table(chainRows(c))] : [para('这个位置还没有划入网格，责任链由创建办指定。')]),
      ...photos('四、现场照片', photoBlock(c.before.map(({ fileId, at }) => ({ fileId, caption: paperDay(at) })))),
      ...signed(c.officeZh, c.dispatchedAt),
    ],
  }
}

const signed = (office: string, at: Date | null): Block[] => (at ? [{ kind: 'sign', office, dayZh: paperDay(at) }] : [])

const lastOf = (c: CaseFacts, kind: string) => c.steps.findLast((step) => step.kind === kind)

/** 销号单 of a case: who did it, who looked, in two roles that are never one person's. */
function closingPaper(c: CaseFacts): Paper {
  const [handled, closed] = [lastOf(c, 'handle'), lastOf(c, 'close')]
  return {
    masthead: c.officeZh,
    number: `案件编号 ${c.number}`,
    title: PAPER_ZH.closing,
    blocks: [
      heading('一、案件情况'),
      table([...caseRows(c), ...momentRows(c)]),
      heading('二、整改和核查'),
      table(
        factRows([
          ['整改单位', handled?.byZh || c.unitZh],
          ['整改情况', handled?.note ?? ''],
          ['核查人员', closed?.byZh ?? ''],
          ['核查意见', closed?.note || '现场核查合格，予以销号。'],
          ['结案条件', c.closingConditions.join('；')],
        ]),
      ),
      para('整改和核查由两个人、两个单位分别办理，经手人在系统内留有记录。'),
      ...photos('三、整改前后', pairBlock(c)),
      ...signed(c.officeZh, c.endedAt),
    ],
  }
}

const STEP_COLUMNS = [
  { share: 5, isLabel: false },
  { share: 5, isLabel: false },
  { share: 9, isLabel: false },
] as const

/** 案件单: the whole of a case as it may leave the house. */
const wholePaper = (c: CaseFacts): Paper => ({
  masthead: null,
  number: c.number,
  title: PAPER_ZH.whole,
  blocks: [
    heading('一、案件情况'),
    table([...caseRows(c), ['状态', c.stateZh], ...momentRows(c)]),
    heading('二、办理过程'),
    {
      kind: 'table',
      columns: STEP_COLUMNS,
      head: ['时间', '单位', '事项'],
      rows: c.steps.map(({ at, byZh, zh, note }) => [paperMoment(at), byZh, note ? `${zh}：${note}` : zh]),
    },
    ...photos('三、整改前后', pairBlock(c)),
  ],
})

const CASE_LAYOUTS: Record<CasePaper, (c: CaseFacts) => Paper> = {
  dispatch: dispatchPaper,
  closing: closingPaper,
  whole: wholePaper,
}
export const casePaper = (kind: CasePaper, facts: CaseFacts) => CASE_LAYOUTS[kind](facts)

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
