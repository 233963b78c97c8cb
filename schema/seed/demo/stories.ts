import type { SceneName } from '../scenes/scene'

export type PlaceKind = 'road' | 'river' | 'home' | 'market' | 'park'
/** What went wrong, as a neighbour says it, and what the unit did about it. */
export type Story = {
  readonly code: string
  readonly scene: SceneName
  readonly place: PlaceKind
  readonly words: string
  readonly fixed: string
  /** Where the unit is not the one the category's trade names. */
  readonly unitId?: string
}

// biome-ignore format: a table reads by its columns
export const STORIES = {
  cover:    { code: 'D1', scene: 'manhole', place: 'road',   words: '井盖塌了半边，晚上看不清，骑车的人差点摔倒，麻烦尽快换一个。', fixed: '已更换球墨铸铁防沉降井盖 1 套，四周抹平，现场围挡已撤。' },
  cover2:   { code: 'D1', scene: 'manhole', place: 'home',   words: '小区门口雨水井盖缺了一块，老人孩子走得多，请早点处理。', fixed: '更换雨水箅子 2 块并加装防坠网，已与物业交接。' },
  pothole:  { code: 'D2', scene: 'pothole', place: 'road',   words: '路中间一个坑，有脸盆那么大，下雨积水看不见，电动车容易摔。', fixed: '铣刨后热沥青修补 3.6 平方米，碾压平整，已开放通行。' },
  pothole2: { code: 'D2', scene: 'pothole', place: 'road',   words: '公交站前路面坑洼，车一过就溅水，等车的人没处躲。', fixed: '坑槽切割清理后用热料补平，接缝已封。' },
  water:    { code: 'A6', scene: 'water',   place: 'road',   words: '下水道往外冒污水，流了半条路，味道很大，过路的人只能绕行。', fixed: '疏通管道 45 米，清出油块和石子两车，路面已冲洗消毒。' },
  water2:   { code: 'A6', scene: 'water',   place: 'home',   words: '雨后门口积水不退，鞋都湿了，可能是雨水口堵了。', fixed: '清掏雨水口 4 处，积水已退。' },
  lamp:     { code: 'D3', scene: 'lamp',    place: 'road',   words: '连着三盏路灯不亮，下晚自习的学生走这里很黑。', fixed: '更换光源 3 套、修复断线 1 处，夜间复查全部亮起。', unitId: 'U054' },
  lamp2:    { code: 'D3', scene: 'lamp',    place: 'river',  words: '步道这一段路灯一闪一闪，老人散步看不清台阶。', fixed: '更换控制器，当晚巡查照明正常。', unitId: 'U054' },
  blind:    { code: 'D6', scene: 'bikes',   place: 'road',   words: '盲道砖掉了好几块，中间还断了一截，盲人没法走。', fixed: '补铺盲道砖 26 块，与原盲道顺接。' },
  bins:     { code: 'A2', scene: 'bins',    place: 'home',   words: '垃圾桶满了两天没人收，袋子堆到地上，野猫翻得到处都是。', fixed: '已清运并冲洗桶身和地面，这一处每天加收一次。' },
  bins2:    { code: 'A2', scene: 'bins',    place: 'road',   words: '路边垃圾桶盖子坏了，垃圾溢出来，风一吹满街跑。', fixed: '更换 240 升垃圾桶 1 只，周边已清扫。' },
  rubbish:  { code: 'A1', scene: 'bins',    place: 'road',   words: '墙角堆了一堆生活垃圾，天热有味，请清理一下。', fixed: '清运垃圾约 0.6 吨，地面已消杀，并立了禁止倾倒的牌子。' },
  rubble:   { code: 'A4', scene: 'rubble',  place: 'home',   words: '楼下堆着装修拆下来的砖头瓦块，占了两个车位，好几天了。', fixed: '已联系业主清运 2 车建筑垃圾，场地恢复停车。' },
  stalls:   { code: 'B2', scene: 'stalls',  place: 'road',   words: '人行道被菜摊占满了，推婴儿车只能走到马路上。', fixed: '劝导 6 户摊主进市场经营，人行道已恢复，早晚各巡一次。' },
  shop:     { code: 'B1', scene: 'stalls',  place: 'road',   words: '水果店把货摆到人行道中间，走路要侧着身子。', fixed: '店主已将货架收回店内，签了门前五包承诺。' },
  ads:      { code: 'B3', scene: 'ads',     place: 'home',   words: '楼道墙上又贴满了小广告，开锁的、疏通的都有，很难看。', fixed: '清除小广告 40 余处，墙面补白，电话已移交停机。' },
  ads2:     { code: 'B3', scene: 'ads',     place: 'road',   words: '公交站亭背面喷了一排电话号码，请清掉。', fixed: '喷涂已用清洗剂清除，站亭重新擦洗。' },
  parking:  { code: 'C1', scene: 'parking', place: 'road',   words: '几辆车停在斑马线上，放学时孩子过马路被挡住视线。', fixed: '现场劝离 3 辆，依法处罚 1 辆，已增设违停提示牌。' },
  bikes:    { code: 'C2', scene: 'bikes',   place: 'road',   words: '共享单车把盲道全占了，行人走不了，麻烦清一下。', fixed: '清理归位 23 辆，已通知企业在此增设停放区。' },
  bikes2:   { code: 'C2', scene: 'bikes',   place: 'market', words: '市场门口电动车停成一片，进出都要挤。', fixed: '划了非机动车停放区，有人值守引导。' },
  branch:   { code: 'E3', scene: 'branch',  place: 'road',   words: '大风吹断一根树枝，横在人行道上，上面还有半截挂着。', fixed: '断枝已锯除清运，悬挂的枯枝用高空车修剪，无隐患。' },
  lawn:     { code: 'E2', scene: 'lawn',    place: 'park',   words: '草坪里塑料袋、饭盒不少，周末人多更明显。', fixed: '捡拾清运白色垃圾 5 袋，补设垃圾桶 2 个。' },
  bare:     { code: 'E4', scene: 'lawn',    place: 'park',   words: '花坛这块土全露着，一刮风尘土飞扬。', fixed: '补植麦冬 18 平方米，已浇透水。' },
  clutter:  { code: 'F1', scene: 'stairs',  place: 'home',   words: '楼道里堆着旧家具和纸箱，搬东西过不去，也怕着火。', fixed: '与三户居民商量后清走杂物，楼道已畅通，张贴了公约。' },
  charge:   { code: 'F2', scene: 'wires',   place: 'home',   words: '有人从四楼拉线下来给电动车充电，晚上看着吓人。', fixed: '飞线已拆除，引导到小区充电棚，入户讲了危险。' },
  fire:     { code: 'F4', scene: 'parking', place: 'home',   words: '小区消防通道被私家车堵死了，救护车都进不来。', fixed: '车辆已挪走，通道重新划线，物业每晚巡查。' },
  wires:    { code: 'D5', scene: 'wires',   place: 'road',   words: '一捆线缆垂到一人高，骑车经过容易刮到。', fixed: '线缆已抬升绑扎，废弃线 30 米剪除。' },
  market:   { code: 'G1', scene: 'market',  place: 'market', words: '市场地面又湿又滑，烂菜叶没人扫，下水口也堵了。', fixed: '全场冲洗，疏通下水口 3 处，保洁由每天两次改为四次。' },
  river:    { code: 'I1', scene: 'river',   place: 'river',  words: '河边漂着一片塑料瓶和水草，步道上看得很清楚。', fixed: '打捞漂浮物 200 余公斤，岸线垃圾一并清理。' },
  board:    { code: 'H6', scene: 'board',   place: 'road',   words: '公益广告牌的画面破了一大块，随风飘，影响市容。', fixed: '已更换画面，加固边框。' },
  smoke:    { code: 'I6', scene: 'stalls',  place: 'road',   words: '烧烤摊晚上油烟直往楼上飘，窗户都不敢开。', fixed: '已要求加装油烟净化器，复测排放合格。' },
  dust:     { code: 'I4', scene: 'rubble',  place: 'road',   words: '工地门口土堆没有盖，车一过全是灰。', fixed: '裸土全部覆盖，出入口加装冲洗，每天洒水三次。' },
  dogs:     { code: 'F6', scene: 'lawn',    place: 'park',   words: '早上有人遛大狗不牵绳，孩子吓哭了。', fixed: '民警已上门告诫并补办犬证，物业设了提示牌。' },
} as const satisfies Readonly<Record<string, Story>>
export type StoryKey = keyof typeof STORIES
export const storyOf = (key: StoryKey): Story => STORIES[key]

/** 评价, from delighted to bitter; score, tags and words. */
// biome-ignore format: a table reads by its columns
export const RATINGS = [
  [5, ['处理得快', '现场清理干净'], '昨天反映今天就好了，谢谢师傅们。'],
  [5, ['处理得快', '有人回访'], ''],
  [4, ['修得结实'], '修得不错，希望周边也看一看。'],
  [5, ['态度好'], '工作人员还打招呼说明了情况，很暖心。'],
  [3, ['等得太久'], '弄好了，就是等的时间长了点。'],
  [4, ['现场清理干净'], ''],
  [2, ['等得太久'], '过了承诺时间两天才来，中间也没人说一声。'],
  [5, [], ''],
  [1, ['没有修好', '等得太久'], '照片看着好了，过两天又成老样子。'],
  [4, ['处理得快'], '比想的快。'],
] as const
