import type { ActivityKind } from '../../../shared/volunteering/activities'
import type { TeamKind } from '../../../shared/volunteering/volunteers'

type TeamRow = readonly [id: string, name: string, kind: TeamKind, parentId: string | null]

/** Invented teams under the county's corps. */
// biome-ignore format: a table reads by its columns
export const TEAMS: readonly TeamRow[] = [
  ['team-corps',   '云川县志愿服务总队',           'corps',   null],
  ['team-centre',  '县新时代文明实践中心',         'centre',  'team-corps'],
  ['team-river',   '滨江社区新时代文明实践站',     'station', 'team-centre'],
  ['team-newroad', '新建社区新时代文明实践站',     'station', 'team-centre'],
  ['team-youth',   '云川青年志愿服务队',           'branch',  'team-corps'],
  ['team-traffic', '文明交通劝导队',               'squad',   'team-corps'],
  ['team-care',    '巧手惠民服务队',               'squad',   'team-corps'],
]

export type ActivityPlan = {
  readonly title: string
  readonly kind: ActivityKind
  readonly team: string
  readonly placeZh: string
  readonly at: readonly [lng: number, lat: number]
  readonly summary: string
  readonly riskZh: string
  readonly cover: string
  readonly posts: readonly (readonly [name: string, capacity: number])[]
  readonly minAge?: number
}

/** What the teams do, again and again. */
// biome-ignore format: a table reads by its columns
export const PLANS = {
  river:   { title: '清洁滨江步道', kind: 'greening', team: 'team-river', placeZh: '滨江北路东段 · 亲水平台集合', at: [107.377051, 33.258133], cover: 'river', summary: '沿步道捡拾垃圾、清理护栏小广告，劝导岸边不文明行为。工具和手套由队里准备，请穿防滑鞋。', riskZh: '临水作业，请走步道内侧，不下河堤。', posts: [['清捡组', 12], ['劝导组', 6]] },
  night:   { title: '夜间平安巡防', kind: 'patrol', team: 'team-river', placeZh: '滨江社区党群服务中心门口', at: [107.382043, 33.262487], cover: 'patrol', summary: '两人一组在步道和背街小巷走一圈，留意路灯、井盖和晚归的老人孩子，有事随手拍。', riskZh: '结伴而行，穿反光背心，不单独处置纠纷。', posts: [['巡防组', 10], ['联络组', 4]], minAge: 18 },
  traffic: { title: '早高峰文明交通劝导', kind: 'traffic', team: 'team-traffic', placeZh: '东大街与北新街路口', at: [107.376712, 33.261342], cover: 'traffic', summary: '在路口劝导行人走斑马线、电动车戴头盔，护送学生过街。', riskZh: '站在安全岛内，听交警指挥。', posts: [['路口岗', 8]] },
  elderly: { title: '为高龄老人打扫屋子', kind: 'elderly', team: 'team-newroad', placeZh: '新建社区服务站集合', at: [107.382095, 33.254387], cover: 'elderly', summary: '为 6 户高龄独居老人擦窗、理物、换灯泡，陪老人说说话。', riskZh: '登高擦窗须两人配合，不站窗台。', posts: [['家政组', 10], ['陪伴组', 4]] },
  repair:  { title: '小家电义务维修日', kind: 'other', team: 'team-care', placeZh: '新建社区广场', at: [107.385607, 33.25615], cover: 'repair', summary: '为居民修电饭煲、台灯、收音机，教大家安全用电。会修的、会登记的都欢迎。', riskZh: '通电检测由持证师傅操作。', posts: [['维修岗', 4], ['登记岗', 4]], minAge: 18 },
  reading: { title: '周末儿童阅读陪伴', kind: 'children', team: 'team-youth', placeZh: '县图书馆少儿阅览室', at: [107.376712, 33.261342], cover: 'reading', summary: '陪 6 到 10 岁的孩子读绘本、做手工，整理书架。', riskZh: '与孩子保持适当距离，不单独带离阅览室。', posts: [['故事组', 6], ['书架组', 4]] },
  culture: { title: '文明用餐宣传', kind: 'culture', team: 'team-youth', placeZh: '东大街西段', at: [107.369018, 33.261496], cover: 'culture', summary: '到临街餐馆发放公筷和光盘倡议，记录门前五包情况。', riskZh: '不进后厨，不影响商户营业。', posts: [['宣传组', 12]] },
  green:   { title: '补植护绿', kind: 'greening', team: 'team-newroad', placeZh: '新建社区街心公园', at: [107.385607, 33.25615], cover: 'green', summary: '为裸露的花坛补种麦冬，浇水、培土，认养一棵树。', riskZh: '使用铁锹注意间距，戴手套。', posts: [['种植组', 15], ['浇水组', 5]] },
  market:  { title: '农贸市场清洁日', kind: 'cleaning', team: 'team-river', placeZh: '农贸市场东门', at: [107.389477, 33.265504], cover: 'market', summary: '和商户一起冲洗地面、清理下水口，劝导车辆归位。', riskZh: '地面湿滑，穿防滑鞋。', posts: [['冲洗组', 6], ['引导组', 2]] },
} as const satisfies Readonly<Record<string, ActivityPlan>>
export type PlanKey = keyof typeof PLANS

export type Coming = {
  readonly plan: PlanKey
  /** Days from today, and the hours of that day. */
  readonly day: number
  readonly from: string
  readonly hours: number
  readonly leader: string
  readonly signUps: number
  readonly issue?: number
  /** The demo volunteer has a seat. */
  readonly zhou?: true
  readonly is?: 'draft' | 'in_review' | 'soon' | 'closed' | 'cancelled'
}

/** This week and next. */
// biome-ignore format: a table reads by its columns
export const COMING: readonly Coming[] = [
  { plan: 'traffic', day: 1,  from: '07:10', hours: 1.5, leader: 'n3',  signUps: 8 },
  { plan: 'reading', day: 1,  from: '15:00', hours: 2,   leader: 'n5',  signUps: 4 },
  { plan: 'elderly', day: 2,  from: '09:00', hours: 2.5, leader: 'han', signUps: 6, zhou: true },
  { plan: 'repair',  day: 2,  from: '14:30', hours: 3,   leader: 'n4',  signUps: 5, issue: 42 },
  { plan: 'green',   day: 3,  from: '08:30', hours: 3,   leader: 'n6',  signUps: 9 },
  { plan: 'market',  day: 3,  from: '16:00', hours: 2,   leader: 'n7',  signUps: 3, is: 'closed' },
  { plan: 'river',   day: 4,  from: '08:30', hours: 3,   leader: 'han', signUps: 5, issue: 19 },
  { plan: 'culture', day: 5,  from: '10:00', hours: 2,   leader: 'n5',  signUps: 2 },
  { plan: 'traffic', day: 6,  from: '17:00', hours: 1.5, leader: 'n3',  signUps: 1 },
  { plan: 'elderly', day: 7,  from: '14:30', hours: 2.5, leader: 'n4',  signUps: 0, is: 'soon' },
  { plan: 'reading', day: 9,  from: '15:00', hours: 2,   leader: 'n5',  signUps: 0 },
  { plan: 'repair',  day: 10, from: '14:30', hours: 3,   leader: 'n4',  signUps: 0, issue: 43, is: 'in_review' },
  { plan: 'green',   day: 11, from: '08:30', hours: 3,   leader: 'n6',  signUps: 0, is: 'draft' },
]

/** Services long past, oldest last: days ago, hours, and who came beside the demo volunteer. */
// biome-ignore format: a table reads by its columns
export const LONG_PAST: readonly (readonly [plan: PlanKey, daysAgo: number, from: string, hours: number, others: number])[] = [
  ['river', 16, '08:30', 3, 3], ['elderly', 23, '14:30', 2.5, 2], ['traffic', 29, '07:10', 1.5, 1], ['green', 37, '08:30', 3, 3], ['river', 46, '08:30', 3, 2],
  ['repair', 58, '14:30', 3, 2], ['reading', 66, '15:00', 2, 1], ['culture', 79, '10:00', 2, 2], ['river', 88, '08:30', 3, 3], ['traffic', 101, '17:00', 1.5, 1],
  ['elderly', 117, '09:00', 2.5, 2], ['green', 131, '08:30', 3, 2], ['market', 146, '16:00', 2, 1], ['river', 160, '08:30', 3, 2],
]
