import type { CaseMove } from '../../../shared/cases/transitions'
import type { StoryKey } from './stories'

/** A move and how many work minutes before the start of the demo it was made; `by` where it is not the usual person. */
export type Beat = readonly [
  move: CaseMove,
  ago: number,
  more?:
    | {
        readonly by?: string
        readonly note?: string
        readonly unitId?: string
        /** 协办 */
        readonly coUnitIds?: readonly string[]
        /** The line that a merge goes into. */
        readonly into?: string
        readonly code?: string
      }
    | undefined,
]
export type Line = {
  readonly key: string
  readonly story: StoryKey
  readonly grid: string
  readonly reporter: string
  readonly reportAgo: number
  readonly beats: readonly Beat[]
  /** Told at a plausible hour so many minutes before the start, whatever the work calendar says. */
  readonly freshMinutes?: number
  readonly addressZh?: string
  readonly at?: readonly [lng: number, lat: number]
  readonly urgency?: 'hazard' | 'emergency'
  readonly words?: string
  readonly joins?: readonly string[]
  readonly rates?: boolean
  /** Dispatched so that the promise falls due later today, while the work day still has room for it. */
  readonly dueToday?: boolean
  /** Closed with words instead of a photo of the check. */
  readonly isBrief?: boolean
}

const NEW_ROAD = '新建路 112 号 · 新建社区'

/** 林晓岚's own. */
// biome-ignore format: a table reads by its columns
const LIN: readonly Line[] = [
  { key: 'lin-cover', story: 'cover', grid: 'WG09', at: [107.382095, 33.254387], addressZh: NEW_ROAD, reporter: 'lin', reportAgo: 640, joins: ['n1', 'n2', 'n3'], beats: [['file', 615], ['dispatch', 600], ['sign', 585], ['handle', 230], ['close', 90]] },
  { key: 'lin-water', story: 'water', grid: 'WG09', at: [107.380745, 33.256812], addressZh: '新建路与滨江南路口 · 新建社区', reporter: 'lin', reportAgo: 130, joins: ['n4', 'n5'], dueToday: true, beats: [['file', 75], ['dispatch', 40], ['sign', 25]] },
  { key: 'lin-ads', story: 'ads', grid: 'WG08', reporter: 'lin', reportAgo: 110, beats: [['ask_more', 60, { note: '请补一张能看清单元号的照片，并写明是几号楼，方便工作人员找到。' }]] },
  { key: 'lin-bikes', story: 'bikes', grid: 'WG05', at: [107.376954, 33.264760], addressZh: '文化路东段公交站 · 鼓楼社区', reporter: 'lin', reportAgo: 12, freshMinutes: 26, beats: [] },
  { key: 'lin-bins', story: 'bins', grid: 'WG09', reporter: 'lin', reportAgo: 4700, joins: ['n6'], rates: true, beats: [['file', 4670], ['dispatch', 4650], ['sign', 4630], ['handle', 4500], ['close', 4300]] },
  { key: 'lin-lamp', story: 'lamp', grid: 'WG06', reporter: 'n7', reportAgo: 1560, joins: ['lin', 'n8', 'n9', 'n10'], beats: [['file', 1500], ['dispatch', 1460], ['sign', 1430]] },
  { key: 'lin-sorry', story: 'stalls', grid: 'WG05', reporter: 'lin', reportAgo: 2600, beats: [['reject', 2520, { note: '这一处是县里批准的周末便民集市，每周日收市后清场。感谢您的关注。' }]] },
]

/** The desk of 何敏: what came in and waits, with two pairs that are likely the same. */
// biome-ignore format: a table reads by its columns
const DESK: readonly Line[] = [
  { key: 'desk-bikes', story: 'bikes', grid: 'WG05', at: [107.377080, 33.264810], addressZh: '文化路小学门口 · 鼓楼社区', reporter: 'n11', reportAgo: 55, beats: [] },
  { key: 'desk-bikes2', story: 'bikes', grid: 'WG05', at: [107.376860, 33.264700], addressZh: '文化路东段 · 鼓楼社区', reporter: 'n12', reportAgo: 300, joins: ['n13', 'n14'], beats: [['file', 230]] },
  { key: 'desk-pothole', story: 'pothole', grid: 'WG07', at: [107.396180, 33.264440], addressZh: '东大街西段 41 号 · 东城社区', reporter: 'n15', reportAgo: 35, beats: [] },
  { key: 'desk-branch', story: 'branch', grid: 'WG03', reporter: 'n16', reportAgo: 8, freshMinutes: 9, urgency: 'hazard', beats: [] },
  { key: 'desk-clutter', story: 'clutter', grid: 'WG10', reporter: 'n17', reportAgo: 100, beats: [] },
  { key: 'desk-late', story: 'smoke', grid: 'WG12', reporter: 'n18', reportAgo: 200, beats: [] },
  { key: 'desk-market', story: 'market', grid: 'WG11', reporter: 'n19', reportAgo: 70, beats: [] },
  { key: 'desk-charge', story: 'charge', grid: 'WG04', reporter: 'n20', reportAgo: 900, beats: [['reject', 860, { note: '照片里是小区集中充电棚的线路，未见飞线。', by: 'wu' }], ['object', 25, { note: '不是充电棚，是三单元窗户拉下来的线，晚上八点以后才有，请再来看看。' }]] },
  { key: 'file-rubble', story: 'rubble', grid: 'WG02', reporter: 'n21', reportAgo: 160, beats: [['file', 45]] },
  { key: 'file-board', story: 'board', grid: 'WG01', reporter: 'n22', reportAgo: 260, beats: [['file', 180]] },
  { key: 'file-back', story: 'blind', grid: 'WG12', reporter: 'n23', reportAgo: 420, beats: [['file', 390], ['dispatch', 300, { unitId: 'U055' }], ['return', 200, { note: '这段是城区道路，不在公路段养护范围，建议派县市政工程公司。' }]] },
  { key: 'look-dust', story: 'dust', grid: 'WG07', reporter: 'n24', reportAgo: 150, beats: [['send_verify', 50]] },
  { key: 'look-fire', story: 'fire', grid: 'WG08', reporter: 'n25', reportAgo: 120, urgency: 'hazard', beats: [['send_verify', 20]] },
  { key: 'more-dogs', story: 'dogs', grid: 'WG06', reporter: 'n26', reportAgo: 170, beats: [['ask_more', 90, { note: '请写明大概几点、在公园哪个门附近，方便民警去看。' }]] },
]

/** 县市政工程公司 and 县环境卫生所 at work. */
// biome-ignore format: a table reads by its columns
const UNITS: readonly Line[] = [
  { key: 'luo-new', story: 'cover2', grid: 'WG10', reporter: 'n27', reportAgo: 95, joins: ['n28'], beats: [['file', 60], ['dispatch', 30]] },
  { key: 'luo-hurry', story: 'pothole', grid: 'WG07', at: [107.396081, 33.264400], addressZh: '东大街西段 39 号 · 东城社区', reporter: 'n29', reportAgo: 240, urgency: 'hazard', joins: ['n30', 'n31', 'n32'], beats: [['file', 220], ['dispatch', 205]] },
  { key: 'luo-wait', story: 'blind', grid: 'WG09', reporter: 'n33', reportAgo: 210, beats: [['file', 150], ['dispatch', 70]] },
  { key: 'luo-late', story: 'water2', grid: 'WG11', reporter: 'n34', reportAgo: 560, joins: ['n35', 'n36'], beats: [['file', 520], ['dispatch', 490], ['sign', 470], ['nudge', 60]] },
  { key: 'luo-soon', story: 'water', grid: 'WG02', reporter: 'n37', reportAgo: 330, beats: [['file', 270], ['dispatch', 205], ['sign', 180]] },
  { key: 'luo-redo', story: 'pothole2', grid: 'WG09', reporter: 'n38', reportAgo: 1700, joins: ['n39'], beats: [['file', 1660], ['dispatch', 1630], ['sign', 1600], ['handle', 500], ['redo', 260, { note: '补丁比路面高出约 3 厘米，接缝已松，请重新压实。' }]] },
  { key: 'luo-longer', story: 'blind', grid: 'WG09', reporter: 'n40', reportAgo: 2300, beats: [['file', 2260], ['dispatch', 2220], ['sign', 2200], ['ask_extend', 900, { note: '盲道砖需定制，厂家后天到货。' }], ['extend', 840, { note: '盲道砖定制需要时间，时限顺延，到货即铺。' }]] },
  { key: 'luo-done', story: 'cover', grid: 'WG04', reporter: 'n1', reportAgo: 420, beats: [['file', 390], ['dispatch', 370], ['sign', 350], ['handle', 55]] },
  { key: 'luo-done2', story: 'water', grid: 'WG06', reporter: 'n2', reportAgo: 380, joins: ['n3'], beats: [['file', 350], ['dispatch', 330], ['sign', 315], ['handle', 140]] },
  { key: 'luo-hold', story: 'pothole', grid: 'WG12', reporter: 'n4', reportAgo: 3300, joins: ['n5', 'n6'], beats: [['file', 3270], ['dispatch', 3240], ['sign', 3210], ['suspend', 2900, { note: '此段正在敷设天然气管道，回填完成后一并恢复路面。' }]] },
  { key: 'bai-new', story: 'bins', grid: 'WG09', at: [107.387928, 33.256165], reporter: 'n7', reportAgo: 130, joins: ['n8', 'n9', 'n10', 'n11'], beats: [['file', 90], ['dispatch', 50]] },
  { key: 'bai-same', story: 'bins', grid: 'WG09', at: [107.388060, 33.256230], reporter: 'n12', reportAgo: 60, beats: [['merge', 30, { into: 'bai-new' }]] },
  { key: 'bai-now', story: 'rubbish', grid: 'WG01', reporter: 'n13', reportAgo: 190, beats: [['file', 160], ['dispatch', 120], ['sign', 100]] },
  { key: 'bai-late', story: 'bins2', grid: 'WG10', reporter: 'n14', reportAgo: 430, beats: [['file', 400], ['dispatch', 380], ['sign', 350]] },
  { key: 'bai-done', story: 'rubbish', grid: 'WG12', reporter: 'n15', reportAgo: 340, beats: [['file', 310], ['dispatch', 290], ['sign', 270], ['handle', 90]] },
]

/** The rest of the fourteen states, and ways a case can go. */
// biome-ignore format: a table reads by its columns
const WAYS: readonly Line[] = [
  { key: 'cars-now', story: 'parking', grid: 'WG02', reporter: 'n16', reportAgo: 230, beats: [['file', 200], ['dispatch', 160], ['sign', 140]] },
  { key: 'ads-new', story: 'ads2', grid: 'WG03', reporter: 'n17', reportAgo: 250, beats: [['file', 210], ['dispatch', 100]] },
  { key: 'river-hold', story: 'river', grid: 'WG06', reporter: 'n18', reportAgo: 4100, joins: ['n19', 'n20'], beats: [['file', 4060], ['dispatch', 4030], ['sign', 4000], ['suspend', 3600, { note: '汛期水位高，打捞船不能下水，水位回落后集中清理。'}]] },
  { key: 'lawn-done', story: 'lawn', grid: 'WG04', reporter: 'n21', reportAgo: 320, beats: [['file', 290], ['dispatch', 270], ['sign', 250], ['handle', 30]] },
  { key: 'again', story: 'clutter', grid: 'WG08', reporter: 'n22', reportAgo: 3000, joins: ['n23', 'n24', 'n25'], beats: [['file', 2950], ['dispatch', 2900], ['sign', 2860], ['handle', 1900], ['close', 1700], ['ask_reopen', 80, { note: '清走没几天，五楼又堆了两个大纸箱和一辆旧自行车，请再管一管。' }]] },
  { key: 'twice', story: 'stalls', grid: 'WG10', reporter: 'n26', reportAgo: 4200, joins: ['n27'], beats: [['file', 4160], ['dispatch', 4120], ['sign', 4090], ['handle', 3950], ['close', 3700], ['ask_reopen', 1200, { note: '每天下午五点以后摊子又出来了。' }], ['reopen', 900, { note: '情况属实，同意重办，请增加傍晚时段巡查。', by: 'wu' }]] },
  { key: 'moved', story: 'wires', grid: 'WG03', reporter: 'n28', reportAgo: 1900, beats: [['file', 1850], ['transfer', 1750, { note: '这一段线缆属省级通信干线，已转产权单位处理，有结果会告知您。' }]] },
  { key: 'untrue', story: 'bare', grid: 'WG05', reporter: 'n29', reportAgo: 2100, beats: [['reject', 2000, { note: '现场是新翻的花坛，正在补种，三天内完成。感谢您的关注。', by: 'wu' }]] },
  { key: 'gone', story: 'lamp2', grid: 'WG06', reporter: 'n30', reportAgo: 700, beats: [['withdraw', 640]] },
  { key: 'same', story: 'lamp', grid: 'WG06', reporter: 'n31', reportAgo: 1400, beats: [['merge', 1340, { into: 'lin-lamp' }]] },
  { key: 'dispute', story: 'blind', grid: 'WG09', reporter: 'n33', reportAgo: 900, beats: [['file', 870], ['dispatch', 850, { unitId: 'U052' }], ['return', 800, { by: 'luo', note: '这一段是沿街单位门前自建坡道，不是市政设施。' }], ['dispatch', 700, { unitId: 'U050' }], ['return', 600, { by: 'bai', note: '环卫只管保洁，坡道不归我单位。' }]] },
  { key: 'together', story: 'water2', grid: 'WG09', reporter: 'n34', reportAgo: 300, joins: ['n35'], beats: [['file', 270], ['dispatch', 250, { unitId: 'U052', coUnitIds: ['U050'], note: '市政疏通管道，环卫清掏雨水口。' }], ['sign', 230]] },
  { key: 'other', story: 'rubbish', grid: 'WG07', reporter: 'n32', reportAgo: 800, beats: [['file', 760], ['reclass', 700, { note: '现场为装修垃圾，改为建筑垃圾。', code: 'A4' }], ['dispatch', 680, { unitId: 'D05' }], ['sign', 650], ['handle', 480], ['close', 300]] },
]

export const SPECIAL_LINES: readonly Line[] = [...LIN, ...DESK, ...UNITS, ...WAYS]
