import type { Paper } from '../../kit/paper'
import { heading, para, photos, signed, table } from './blocks'
import {
  type CaseFacts,
  type CasePaper,
  factRows,
  PAPER_ZH,
  pairBlock,
  paperDay,
  paperMoment,
  photoBlock,
} from './facts'

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
