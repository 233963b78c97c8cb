import type { QuestionSeed as Seed } from '../../shared/reports/questions'

type More = Partial<Omit<Seed, 'id' | 'zh' | 'kind'>>
const q =
  (kind: Seed['kind']) =>
  (id: string, zh: string, more: More = {}): Seed => ({ id, zh, kind, ...more })
const text = q('text')
const number = q('number')
const yes = q('yes_no')
const time = q('time')
const plate = q('plate')
const one = (id: string, zh: string, options: string, more: More = {}) =>
  q('choice')(id, zh, { options: options.split(' '), ...more })
const many = (id: string, zh: string, options: string, more: More = {}) =>
  q('multi')(id, zh, { options: options.split(' '), ...more })

const OFFICE = { isPrivate: true } as const
const after = (id: string, is: string | boolean) => ({ when: { id, is } })
const call = (number: string, zh: string, is: string | boolean = true) => ({ blocks: { is, call: number, zh } })

/** 拍照要求 of each group: one near, one far; `SHOTS` holds what a class wants otherwise. */
export const GROUP_SHOTS: Readonly<Record<string, readonly [near: string, far: string]>> = {
  A: ['近景：看清脏污的范围', '远景：带上路牌、门牌或店名'],
  B: ['近景：看清占了哪里', '远景：带上店名和人行道'],
  C: ['近景：看清车和占的位置', '远景：带上路口或标线'],
  D: ['近景：看清坏的地方', '远景：带上路牌和两边的路面'],
  E: ['近景：看清植株或地面', '远景：带上整片绿地'],
  F: ['近景：看清堆放或占用', '远景：带上楼号、单元号'],
  G: ['近景：看清摊位或公示栏', '远景：带上市场或窗口名称'],
  H: ['近景：看清情形，不要拍人脸', '远景：带上场所名称'],
  I: ['近景：看清污染的样子', '远景：带上河段、桥或厂名'],
  J: ['近景：看清说的事', '远景：带上周围环境'],
}
export const SHOTS: Readonly<Record<string, readonly [near: string, far: string]>> = {
  C1: ['近景：看清车牌', '远景：带上标线、盲道或消防通道'],
  C3: ['近景：看清车牌', '远景：带上信号灯'],
  C4: ['近景：看清车牌', '远景：带上斑马线和行人，不要拍人脸'],
  C6: ['近景：看清被占的通道', '远景：带上通道入口'],
  D1: ['近景：看清井口和井盖字样，人不要靠近', '远景：带上路牌和车道'],
  D3: ['近景：看清灯杆编号', '远景：带上前后的灯杆'],
  D5: ['近景：从远处放大拍，不要靠近电线', '远景：带上两头的杆子'],
  G2: ['近景：看清公示栏', '远景：带上摊位号'],
  H6: ['近景：看清错在哪里的字', '远景：带上整幅广告'],
  I4: ['近景：看清扬尘或围挡', '远景：带上工地公示牌'],
}

/** 追加问题 of the sixty classes. A plate, a shop and a pole number go to the unit, which works by them; what points at a person does not. */
// biome-ignore format: a table reads by its columns
export const QUESTION_SEED: Readonly<Record<string, readonly Seed[]>> = {
  A1: [one('size', '大约多大', '不到1平方米 1至5平方米 5平方米以上'), yes('bin', '在垃圾收集点里吗')],
  A2: [one('state', '桶是什么情况', '满了 破损 缺失')],
  A3: [yes('car', '是从车上扔的吗'), plate('plate', '车牌', after('car', true))],
  A4: [yes('source', '知道从哪里来的吗'), text('site', '工地或人家的位置', { ...after('source', true), ...OFFICE })],
  A5: [many('part', '哪里有问题', '地面 没有纸 没有水 无障碍设施')],
  A6: [number('depth', '水深大约', { unitZh: '厘米', max: 500 }), yes('passage', '挡住通行了吗')],
  B1: [text('shop', '店名'), number('left', '人行道还剩多宽', { unitZh: '米', max: 50 })],
  B2: [number('stalls', '有几个摊', { unitZh: '个', max: 500 }), text('hours', '一般几点到几点')],
  B3: [number('count', '大约几处', { unitZh: '处', max: 1000 }), text('ad_phone', '广告上的电话号码')],
  B4: [yes('building', '现在还在盖吗'), text('owner', '知道是谁家盖的吗', OFFICE)],
  B5: [number('floor', '大约几层楼高', { unitZh: '层', max: 60 })],
  B6: [yes('falling', '有掉下来的危险吗'), yes('under', '下面有人来往吗', after('falling', true))],
  C1: [plate('plate', '车牌'), many('blocks', '挡住了什么', '消防通道 盲道 人行道')],
  C2: [number('count', '大约几辆', { unitZh: '辆', max: 2000 })],
  C3: [plate('plate', '车牌'), time('time', '几点看到的'), yes('clip', '有视频吗')],
  C4: [plate('plate', '车牌'), yes('clip', '有视频吗')],
  C5: [plate('plate', '车牌'), one('material', '撒的是什么', '渣土 砂石 泥浆 垃圾 其他')],
  C6: [yes('fire', '现在着火或有人被困吗', call('119', '请先拨 119，救人要紧')), yes('now', '现在还堵着吗'), plate('plate', '占道车的车牌', after('now', true))],
  D1: [yes('hurt', '有人受伤吗', call('120', '有人受伤，请先拨 120')), text('mark', '井盖上的字，比如电、污、雨')],
  D2: [yes('sink', '地面在往下塌吗'), number('size', '大约多宽', { unitZh: '米', max: 100 }), number('depth', '大约多深', { unitZh: '厘米', max: 1000 })],
  D3: [one('many', '几盏不亮', '一盏 连着几盏 整条路'), text('pole', '灯杆编号')],
  D4: [one('kind', '坏的是什么', '护栏 路牌 信号灯 其他')],
  D5: [yes('live', '电线断了、冒火花或碰到人了吗', call('95598', '电线危险，请远离并拨 95598')), one('kind', '是哪种线', '电线 通信线 看不出来')],
  D6: [one('state', '是什么情况', '被占用 破损 缺失')],
  E1: [one('what', '毁的是什么', '草坪 花 树 其他')],
  E2: [],
  E3: [yes('line', '压着电线吗', call('95598', '树压着电线，请远离并拨 95598')), yes('road', '挡住路了吗')],
  E4: [number('area', '大约多大', { unitZh: '平方米', max: 100_000 })],
  E5: [number('area', '大约多大', { unitZh: '平方米', max: 100_000 }), text('who', '知道是谁种的吗', OFFICE)],
  E6: [text('kind', '坏的是什么设施'), yes('sharp', '有尖角或会夹手吗')],
  F1: [text('block', '几号楼'), number('floor', '几层', { unitZh: '层', max: 60 })],
  F2: [yes('smoke', '在冒烟或着火吗', call('119', '请先拨 119，人先离开')), text('block', '几号楼')],
  F3: [yes('hit', '砸到人了吗', call('110', '请先拨 110，有人受伤同时拨 120')), time('time', '几点发生的'), text('from', '看见从哪户扔的吗', OFFICE)],
  F4: [yes('fire', '现在着火或有人被困吗', call('119', '请先拨 119，救人要紧')), one('by', '被什么堵了', '汽车 电动车 杂物 围挡 其他')],
  F5: [],
  F6: [yes('bite', '咬伤人了吗', call('120', '请先拨 120，并尽快处理伤口')), many('what', '是哪种情况', '没牵绳 不清理粪便 吵闹'), text('owner', '知道是谁家的吗', OFFICE)],
  G1: [text('stall', '摊位号')],
  G2: [text('stall', '摊位号'), yes('board', '拍到公示栏了吗')],
  G3: [],
  G4: [text('stall', '摊位号'), yes('receipt', '有小票吗'), number('amount', '涉及多少钱', { unitZh: '元', max: 1_000_000, isPrivate: true })],
  G5: [text('window', '几号窗口'), time('time', '几点办的事', OFFICE)],
  G6: [one('which', '是哪一心', '放心 安心 称心 暖心'), yes('shown', '店里公示了吗')],
  H1: [one('place', '什么场所', '医院 学校 公交车站 商场 餐馆 其他')],
  H2: [text('hours', '一般几点到几点'), one('repeats', '多久一次', '第一次 偶尔 每天')],
  H3: [text('place', '在什么地方')],
  H4: [],
  H5: [text('owner', '是谁管的，比如公交站、公园'), text('who', '看见是谁做的吗', OFFICE)],
  H6: [yes('wording', '是文字写错了吗'), text('right', '应该怎么写', after('wording', true))],
  I1: [],
  I2: [one('colour', '水是什么颜色', '黑 黄 红 白 看不出来'), yes('smell', '有气味吗'), text('outlet', '排水口在哪里'), text('who', '怀疑是谁排的', OFFICE)],
  I3: [yes('wild', '火在蔓延或靠近房屋吗', call('119', '请先拨 119，人先离开')), yes('burning', '现在还在烧吗')],
  I4: [many('what', '是哪种情况', '扬尘 围挡破损 噪声'), yes('board', '拍到工地公示牌了吗')],
  I5: [one('which', '是哪一种', '乱占 乱采 乱堆 乱建')],
  I6: [text('hours', '一般几点到几点'), text('shop', '店名')],
  J1: [yes('known', '知道是谁吗'), text('name', '怎么称呼', { ...after('known', true), ...OFFICE }), yes('consent', '本人同意公开吗', after('known', true))],
  J2: [yes('witness', '还有别人看见吗'), text('contact', '怎么找到当事人', OFFICE)],
  J3: [yes('nominate', '愿意推荐参加评选吗'), text('contact', '怎么找到本人', OFFICE)],
  J4: [text('by', '最晚什么时候需要'), number('people', '需要几个人', { unitZh: '人', max: 1000 })],
  J5: [one('scope', '说的是哪里', '一个地方 全县')],
  J6: [text('more', '您觉得该归哪一类')],
}
