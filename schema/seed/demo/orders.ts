import type { OrderMove } from '../../../shared/volunteering/orders/moves'
import type { SceneName } from '../scenes/scene'

/** Minutes from the start of the demo, -90; or days from its day and a clock, -3 17:05. */
export type When = `${number}` | `${number} ${number}:${number}`

/** A step of an order, who made it and what it names. */
export type OrderBeat = readonly [
  move: OrderMove,
  when: When,
  by: string,
  more?: {
    readonly note?: string
    readonly teamId?: string
    readonly agreed?: When
    /** The key of the demo's activity that serves it. */
    readonly activity?: string
    readonly scene?: SceneName
    readonly stars?: number
  },
]
export type OrderLine = {
  readonly key: string
  readonly by: string
  readonly kind: string
  readonly words: string
  readonly placeZh: string
  readonly at: readonly [lng: number, lat: number]
  readonly submitted: When
  readonly wanted: When | null
  readonly beats: readonly OrderBeat[]
}

const RIVER = 'team-river'
const NEWROAD = 'team-newroad'

/** 点单 in every stage; the activities they are tied to are those of the demo. Those of 林晓岚 come first. */
// biome-ignore format: a table reads by its columns
export const ORDERS: readonly OrderLine[] = [
  { key: 'lin-read', by: 'lin', kind: 'children', words: '孩子放学后没人看，想请志愿者周三下午陪写作业', placeZh: '鼓楼社区活动室', at: [107.376712, 33.261342], submitted: '-70', wanted: '3 16:30', beats: [] },
  { key: 'lin-steps', by: 'lin', kind: 'cleaning', words: '滨江步道台阶长了青苔，老人走着打滑，想请人一起刷一刷', placeZh: '滨江北路东段台阶', at: [107.377051, 33.258133], submitted: '-1300', wanted: '4 08:30', beats: [['accept', '-400', 'xu'], ['dispatch', '-120', 'xu', { teamId: RIVER }]] },
  { key: 'lin-window', by: 'lin', kind: 'elderly', words: '外婆八十六岁一个人住，想请人帮着擦窗、换灯泡', placeZh: '新建社区 5 栋 201', at: [107.382095, 33.254387], submitted: '-10 19:10', wanted: '-3 14:30', beats: [['accept', '-9 09:05', 'xu'], ['dispatch', '-9 09:20', 'xu', { teamId: NEWROAD }], ['take', '-9 12:40', 'n1', { agreed: '-3 14:30' }], ['link', '-8 18:30', 'n1', { activity: 'last 3' }], ['serve', '-3 17:15', 'han', { note: '窗户擦完，换了三只灯泡，老人很高兴。', scene: 'stairs' }]] },
  { key: 'lin-drain', by: 'lin', kind: 'cleaning', words: '农贸市场东门的下水口总堵，想请志愿者一起清一清', placeZh: '农贸市场东门', at: [107.389477, 33.265504], submitted: '-16 18:20', wanted: '-9 16:00', beats: [['accept', '-15 08:50', 'xu'], ['dispatch', '-15 09:10', 'xu', { teamId: RIVER }], ['take', '-15 12:15', 'han', { agreed: '-9 16:00' }], ['link', '-14 20:05', 'han', { activity: 'last 1' }], ['serve', '-9 18:05', 'han', { note: '下水口清了两桶淤泥，地面也冲干净了。', scene: 'market' }], ['rate', '-8 09:30', 'lin', { stars: 5, note: '第二天去看，一点味道都没有了，谢谢！' }]] },
  { key: 'accepted', by: 'n30', kind: 'law', words: '租房押金不退，想问问怎么要回来', placeZh: '东城社区', at: [107.396180, 33.264440], submitted: '-1500', wanted: null, beats: [['accept', '-380', 'xu']] },
  { key: 'late', by: 'n31', kind: 'repair', words: '客厅电灯一开就闪，老人不敢用', placeZh: '新建社区 2 栋', at: [107.385607, 33.256150], submitted: '-3900', wanted: null, beats: [['accept', '-3500', 'xu'], ['dispatch', '-3200', 'xu', { teamId: 'team-care' }]] },
  { key: 'pooled', by: 'n32', kind: 'traffic', words: '学校门口早上接送孩子的车多，想请人帮着引导', placeZh: '文化路小学门口', at: [107.377080, 33.264810], submitted: '-1600', wanted: '2 07:20', beats: [['accept', '-500', 'xu'], ['pool', '-150', 'xu']] },
  { key: 'refused', by: 'n33', kind: 'health', words: '想请医生上门给老人量血压、看看用药', placeZh: '滨江社区 11 栋', at: [107.382043, 33.262487], submitted: '-2200', wanted: null, beats: [['accept', '-1900', 'xu'], ['dispatch', '-1700', 'xu', { teamId: RIVER }], ['refuse', '-260', 'han', { note: '队里没有医护人员，建议派给能义诊的队伍' }]] },
  { key: 'taken', by: 'n34', kind: 'cleaning', words: '亲水平台护栏上贴满小广告，想请人清一清', placeZh: '亲水平台', at: [107.377051, 33.258133], submitted: '-3 09:40', wanted: '4 08:30', beats: [['accept', '-3 10:30', 'xu'], ['dispatch', '-3 10:45', 'xu', { teamId: RIVER }], ['take', '-2 12:20', 'han', { agreed: '4 08:30' }]] },
  { key: 'linked', by: 'n35', kind: 'cleaning', words: '步道边的长椅和栏杆积了灰，晚上散步的人多', placeZh: '滨江步道', at: [107.377051, 33.258133], submitted: '-6 08:10', wanted: null, beats: [['accept', '-6 09:10', 'xu'], ['dispatch', '-6 09:30', 'xu', { teamId: RIVER }], ['take', '-6 12:30', 'han', { agreed: '0 23:50' }], ['link', '-5 19:20', 'han', { activity: 'running' }]] },
  { key: 'poor', by: 'n36', kind: 'cleaning', words: '街心公园花坛光秃秃的，想补种些花草', placeZh: '新建社区街心公园', at: [107.385607, 33.256150], submitted: '-13 10:10', wanted: '-6 08:30', beats: [['accept', '-13 11:00', 'xu'], ['dispatch', '-13 14:40', 'xu', { teamId: NEWROAD }], ['take', '-12 19:00', 'n1', { agreed: '-6 08:30' }], ['link', '-11 18:40', 'n1', { activity: 'last 2' }], ['serve', '-6 11:50', 'han', { note: '补种麦冬四十丛，浇了定根水。', scene: 'lawn' }], ['rate', '-4 20:10', 'n36', { stars: 2, note: '苗又死了一半，没人再来浇水' }]] },
  { key: 'declined', by: 'n37', kind: 'other', words: '想请人帮我搬家，三室两厅', placeZh: '花园社区', at: [107.369018, 33.261496], submitted: '-4 15:10', wanted: null, beats: [['decline', '-4 16:20', 'xu', { note: '搬家属于商业服务，不在点单范围，可联系社区代找搬家公司。' }]] },
]

type ItemLine = { readonly key: string; readonly zh: string; readonly points: number; readonly stock: number }

/** 兑换物品 at the county's centre. */
// biome-ignore format: a table reads by its columns
export const ITEMS: readonly ItemLine[] = [
  { key: 'soap',     zh: '洗手液一瓶',         points: 4,   stock: 60 },
  { key: 'umbrella', zh: '志愿者雨伞',         points: 6,   stock: 1 },
  { key: 'bag',      zh: '志愿者帆布袋',       points: 8,   stock: 40 },
  { key: 'ticket',   zh: '便民超市 20 元券',   points: 20,  stock: 30 },
  { key: 'cup',      zh: '保温杯',             points: 40,  stock: 12 },
  { key: 'check',    zh: '县医院体检套餐',     points: 120, stock: 5 },
]
