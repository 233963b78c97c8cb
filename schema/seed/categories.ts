/**
 * 问题类别, ten groups of six. Limits: h work hours, d work days, H hours of the wall clock. Sources: the groups A, B and D follow
 * districts' 立案结案标准 where one was read, the others are the county's own proposal; every figure is a row to change, not code.
 */
export const GROUPS = [
  ['A', '环境卫生', '照片能看清位置和现状', '现场清理干净，无残留'],
  ['B', '街面秩序', '照片能看清位置和现状', '现场恢复有序，无回潮'],
  ['C', '交通秩序', '照片能看清车辆、位置和现状', '通行恢复，无阻碍'],
  ['D', '市政设施', '照片能看清设施和位置', '设施完好，与周边平齐，无安全隐患'],
  ['E', '园林绿化', '照片能看清位置和现状', '绿地整洁，植株完好'],
  ['F', '小区楼院', '照片能看清小区、楼栋和现状', '现场整改到位，通道畅通'],
  ['G', '市场窗口', '能看清摊位或窗口', '整改到位，公示齐全'],
  ['H', '公共文明', '情况具体，可以核实', '已劝导或处理，现场无遗留'],
  ['I', '生态环境', '照片能看清位置和现状', '污染停止，现场清理干净'],
  ['J', '点赞建议', '内容具体，可以联系或核实', '已回复或转入办理'],
] as const

export type CategorySeed = {
  readonly zh: string
  readonly by: string
  readonly limit: `${number}${'h' | 'd' | 'H'}`
  /** The short limit of 安全隐患 and 应急. */
  readonly hazard?: `${number}${'h' | 'd' | 'H'}`
  /** Y money or points, T thanks only, N none. */
  readonly reward: 'Y' | 'T' | 'N'
  readonly isPrivate?: true
  /** 位置敏感: the place says whose home it is. */
  readonly isFuzzed?: true
  readonly isQuick?: true
  readonly words?: string
  readonly hint?: string
  readonly icon?: string
}

// biome-ignore format: a table reads by its columns
export const CATEGORY_SEED: Readonly<Record<string, CategorySeed>> = {
  A1: { zh: '暴露垃圾', by: '环卫', limit: '4h', reward: 'Y', isQuick: true, words: '垃圾 脏 臭', icon: 'trash' },
  A2: { zh: '垃圾桶满溢或破损', by: '环卫', limit: '4h', reward: 'Y', isQuick: true, words: '垃圾桶 满了 溢出 桶', icon: 'trash' },
  A3: { zh: '乱扔垃圾烟头', by: '城管', limit: '2d', reward: 'T', isPrivate: true, words: '烟头 乱扔' },
  A4: { zh: '建筑垃圾或渣土积存', by: '城管', limit: '4h', reward: 'Y', words: '渣土 建筑垃圾 砖头 装修垃圾' },
  A5: { zh: '公厕脏污或缺损', by: '环卫', limit: '1d', reward: 'Y', words: '厕所 公厕' },
  A6: { zh: '污水外溢或路面积水', by: '市政', limit: '4h', hazard: '2H', reward: 'Y', isQuick: true, words: '污水 积水 下水道 外溢 内涝', icon: 'droplet' },
  B1: { zh: '出店经营', by: '城管', limit: '1d', reward: 'Y', isQuick: true, words: '店外 占道 商户 门前堆物' },
  B2: { zh: '流动摊点乱摆', by: '城管', limit: '4h', reward: 'Y', words: '摊点 摆摊 早市' },
  B3: { zh: '小广告', by: '城管', limit: '1d', reward: 'Y', isQuick: true, words: '牛皮癣 小广告 张贴 喷涂' },
  B4: { zh: '乱搭乱建', by: '城管', limit: '20d', hazard: '4h', reward: 'Y', words: '违建 搭建 棚子' },
  B5: { zh: '立面乱挂或晾晒', by: '城管', limit: '1d', reward: 'Y', isFuzzed: true, words: '晾晒 乱挂 晾衣' },
  B6: { zh: '户外广告违规或破损', by: '城管', limit: '3d', hazard: '2H', reward: 'Y', words: '广告牌 招牌 灯箱', hint: '广告牌摇晃要坠落时，请先远离' },
  C1: { zh: '机动车乱停', by: '交警', limit: '4h', reward: 'Y', isQuick: true, words: '汽车 停车 违停 堵路', icon: 'road' },
  C2: { zh: '非机动车乱停', by: '城管', limit: '4h', reward: 'Y', isQuick: true, words: '电动车 自行车 共享单车 盲道' },
  C3: { zh: '闯红灯或逆行', by: '交警', limit: '5d', reward: 'T', isPrivate: true, words: '闯红灯 逆行' },
  C4: { zh: '不礼让斑马线', by: '交警', limit: '5d', reward: 'T', isPrivate: true, words: '斑马线 不让行人' },
  C5: { zh: '车辆抛洒或带泥上路', by: '城管', limit: '4h', reward: 'Y', words: '抛洒 带泥 渣土车' },
  C6: { zh: '占用消防或应急通道', by: '消防', limit: '2h', hazard: '1H', reward: 'Y', words: '消防通道 消火栓 应急通道', hint: '正在起火请先拨 119' },
  D1: { zh: '窨井盖缺失或破损', by: '市政', limit: '24H', hazard: '1H', reward: 'Y', isQuick: true, words: '井盖 窨井 下水井', hint: '请提醒路人绕行，有人受伤请拨 120', icon: 'circle-dot' },
  D2: { zh: '路面坑洼或塌陷', by: '市政', limit: '3d', hazard: '2H', reward: 'Y', isQuick: true, words: '坑 路面 塌陷 裂缝 破损', hint: '路面塌陷请远离，并提醒路人绕行', icon: 'road' },
  D3: { zh: '路灯不亮', by: '市政', limit: '2d', reward: 'Y', isQuick: true, words: '路灯 灯不亮 黑', icon: 'bulb' },
  D4: { zh: '护栏、路牌或信号灯损坏', by: '交警', limit: '1d', hazard: '2H', reward: 'Y', words: '护栏 路牌 信号灯 红绿灯 栏杆' },
  D5: { zh: '杆线垂落或杂乱', by: '供电', limit: '5d', hazard: '2H', reward: 'Y', words: '电线 线缆 电杆 垂落', hint: '电线垂落请远离 8 米以外，并拨 95598' },
  D6: { zh: '盲道或无障碍设施缺损', by: '市政', limit: '5d', reward: 'Y', words: '盲道 无障碍 坡道' },
  E1: { zh: '毁绿踩踏或攀折', by: '园林', limit: '2d', reward: 'T', isPrivate: true, words: '踩踏 折花 毁绿' },
  E2: { zh: '绿地脏乱', by: '园林', limit: '4h', reward: 'Y', words: '绿地 草坪 绿化带' },
  E3: { zh: '树木倾倒或枯枝险情', by: '园林', limit: '2H', reward: 'Y', words: '树 树枝 倒了 枯枝', hint: '树木压线请远离，并拨 95598' },
  E4: { zh: '缺株或黄土裸露', by: '园林', limit: '5d', reward: 'Y', words: '缺株 黄土 裸露' },
  E5: { zh: '毁绿种菜', by: '城管', limit: '5d', reward: 'Y', words: '种菜 菜地' },
  E6: { zh: '公园设施损坏', by: '园林', limit: '3d', hazard: '2H', reward: 'Y', words: '健身器材 座椅 公园' },
  F1: { zh: '楼道堆物', by: '社区', limit: '3d', reward: 'Y', isFuzzed: true, isQuick: true, words: '楼道 堆物 杂物' },
  F2: { zh: '飞线充电', by: '社区', limit: '1d', reward: 'Y', isFuzzed: true, words: '飞线 充电 电瓶车', hint: '发现冒烟起火请先拨 119' },
  F3: { zh: '高空抛物', by: '公安', limit: '1d', reward: 'N', isPrivate: true, words: '高空抛物', hint: '有人被砸伤请先拨 120 和 110' },
  F4: { zh: '小区消防通道堵塞', by: '消防', limit: '2h', hazard: '1H', reward: 'Y', words: '小区 消防通道 堵' },
  F5: { zh: '垃圾分类点脏乱', by: '物业', limit: '1d', reward: 'Y', words: '垃圾分类 分类点' },
  F6: { zh: '不文明养犬', by: '公安', limit: '3d', reward: 'T', isPrivate: true, words: '狗 犬 遛狗 狗粪' },
  G1: { zh: '市场环境脏乱', by: '市场监管', limit: '1d', reward: 'Y', words: '市场 菜市场 集贸' },
  G2: { zh: '证照或食品追溯公示缺失', by: '市场监管', limit: '3d', reward: 'Y', words: '证照 公示 追溯' },
  G3: { zh: '活禽宰杀或检验检疫问题', by: '农业', limit: '1d', reward: 'Y', words: '活禽 检疫' },
  G4: { zh: '短斤缺两或不明码标价', by: '市场监管', limit: '5d', reward: 'Y', words: '缺斤 短两 标价' },
  G5: { zh: '窗口服务态度', by: '政务', limit: '5d', reward: 'N', isPrivate: true, words: '窗口 态度 办事' },
  G6: { zh: '四心承诺未公示或未兑现', by: '市场监管', limit: '5d', reward: 'Y', words: '四心 承诺' },
  H1: { zh: '禁烟场所吸烟', by: '卫健', limit: '1d', reward: 'T', isPrivate: true, words: '吸烟 抽烟' },
  H2: { zh: '噪声扰民', by: '公安', limit: '5d', hazard: '2H', reward: 'N', isFuzzed: true, words: '噪声 噪音 广场舞 吵' },
  H3: { zh: '插队喧哗霸座', by: '文旅', limit: '3d', reward: 'T', isPrivate: true, words: '插队 喧哗 霸座' },
  H4: { zh: '随地吐痰便溺', by: '城管', limit: '1d', reward: 'T', isPrivate: true, words: '吐痰 小便' },
  H5: { zh: '损坏公物或乱涂乱刻', by: '城管', limit: '3d', reward: 'Y', words: '涂鸦 乱刻 损坏' },
  H6: { zh: '公益广告破损或错误', by: '宣传', limit: '1d', reward: 'Y', words: '公益广告 宣传牌 错字' },
  I1: { zh: '河面漂浮物或岸线垃圾', by: '水利', limit: '2d', reward: 'Y', words: '河 漂浮 岸边' },
  I2: { zh: '偷排污水', by: '生态', limit: '2h', reward: 'Y', words: '排污 偷排' },
  I3: { zh: '露天焚烧', by: '生态', limit: '2h', reward: 'Y', words: '焚烧 烧垃圾 秸秆', hint: '火势蔓延请先拨 119' },
  I4: { zh: '工地扬尘、围挡或噪声', by: '住建', limit: '1d', reward: 'Y', words: '工地 扬尘 围挡 施工' },
  I5: { zh: '河湖乱占乱采乱堆乱建', by: '水利', limit: '10d', reward: 'Y', words: '采砂 占河 乱堆' },
  I6: { zh: '餐饮油烟扰民', by: '城管', limit: '5d', reward: 'Y', isFuzzed: true, words: '油烟 烧烤' },
  J1: { zh: '点赞文明行为', by: '文明办', limit: '3d', reward: 'T', isPrivate: true, words: '点赞 表扬' },
  J2: { zh: '助人为乐、拾金不昧线索', by: '文明办', limit: '5d', reward: 'T', words: '拾金不昧 助人' },
  J3: { zh: '见义勇为、孝老爱亲线索', by: '文明办', limit: '5d', reward: 'T', words: '见义勇为 孝老' },
  J4: { zh: '志愿服务线索或求助', by: '文明实践中心', limit: '3d', reward: 'N', isFuzzed: true, words: '求助 志愿' },
  J5: { zh: '城市管理建议', by: '创建办', limit: '10d', reward: 'T', words: '建议' },
  J6: { zh: '其他', by: '创建办', limit: '1d', reward: 'N' },
}
