import type { Role } from '../../../shared/people/roles'

type GrantRow = readonly [role: Role, scopeZh: string, scope?: { readonly unitId?: string; readonly gridId?: string }]
export type DemoPerson = {
  readonly key: string
  readonly name: string
  /** What this account can show; only accounts offered for choosing have one. */
  readonly zh?: string
  readonly grants?: readonly GrantRow[]
}

/** 演示账号, in the order they are offered; invented people. */
const ACCOUNTS: readonly DemoPerson[] = [
  {
    key: 'lin',
    name: '林晓岚',
    zh: '随手拍反映问题，像看快递一样看进度，补充、评价、申请重办',
  },
  {
    key: 'zhou',
    name: '周雨桐',
    zh: '报名志愿活动，扫码签到签退，看我的时长和星级',
    grants: [['volunteer', '']],
  },
  {
    key: 'han',
    name: '韩建华',
    zh: '带队的活动正在进行：出示签到码，看谁来了，确认名单',
    grants: [
      ['shift_leader', '滨江社区新时代文明实践站'],
      ['volunteer', ''],
    ],
  },
  {
    key: 'he',
    name: '何敏',
    zh: '审核新反映，立案并派遣，处理重办申请，审核志愿活动',
    grants: [
      ['reviewer', '全县', { unitId: 'O01' }],
      ['dispatcher', '全县', { unitId: 'O01' }],
    ],
  },
  {
    key: 'xu',
    name: '许志强',
    zh: '把已立案的派到责任单位，处理退回、延期和改派',
    grants: [['dispatcher', '全县', { unitId: 'O01' }]],
  },
  {
    key: 'luo',
    name: '罗大勇',
    zh: '县市政工程公司：签收、处置、传整改后照片，有临期和逾期的',
    grants: [['handler', '县市政工程公司', { unitId: 'U052' }]],
  },
  {
    key: 'bai',
    name: '白秀兰',
    zh: '县环境卫生所：签收和处置本单位的案件',
    grants: [['handler', '县环境卫生所', { unitId: 'U050' }]],
  },
  {
    key: 'meng',
    name: '孟佳',
    zh: '现场核实、核查整改结果，结案或返工',
    grants: [['verifier', '全县', { unitId: 'O02' }]],
  },
  {
    key: 'jin',
    name: '金成栋',
    zh: '包片领导：看新建网格的案件，批准二次延期',
    grants: [['area_leader', '新建网格', { gridId: 'WG09' }]],
  },
  {
    key: 'wan',
    name: '万清和',
    zh: '网格长：看新建网格的案件和办理情况',
    grants: [['grid_chief', '新建网格', { gridId: 'WG09' }]],
  },
  {
    key: 'fang',
    name: '方婷',
    zh: '管理员：挂账与恢复、重办裁定、发起志愿活动',
    grants: [['admin', '全县', { unitId: 'O01' }]],
  },
]

const handler = (unitId: string, scopeZh: string, name: string): DemoPerson => ({
  key: unitId,
  name,
  grants: [['handler', scopeZh, { unitId }]],
})

/** Those who do their part in the background: a second pair of eyes for the office, one handler for each unit at work. */
const COLLEAGUES: readonly DemoPerson[] = [
  { key: 'wu', name: '吴倩', grants: [['reviewer', '全县', { unitId: 'O01' }]] },
  { key: 'sun', name: '孙立新', grants: [['verifier', '全县', { unitId: 'O02' }]] },
  handler('D05', '县城市管理局', '马占平'),
  handler('D06', '县住房和城乡建设局', '高景山'),
  handler('D07', '县市场监督管理局', '秦素珍'),
  handler('D10', '县公安局', '雷鸣'),
  handler('D11', '市生态环境局云川分局', '沈静'),
  handler('D12', '县委宣传部', '乔雅文'),
  handler('U031', '县水利局', '江海波'),
  handler('U048', '县公安局交警大队', '石磊'),
  handler('U049', '县消防救援大队', '邓凯'),
  handler('U051', '县园林绿化所', '叶青松'),
  handler('U054', '县路灯管理所', '丁光明'),
  handler('U055', '县公路段', '侯建设'),
  handler('U098', '县供电公司', '常志刚'),
  handler('U131', '县物业服务中心', '邵丽娟'),
  ...['北新', '文昌', '迎宾', '西关', '鼓楼', '滨江', '东城', '花园', '新建', '南门', '南山', '站前'].map((name, i) =>
    handler(
      `C${String(i + 1).padStart(2, '0')}`,
      `${name}社区`,
      [
        '于春梅',
        '邹玉兰',
        '龚建国',
        '施爱民',
        '贺小芹',
        '毛立军',
        '陶金花',
        '龙海燕',
        '汪志明',
        '钱春燕',
        '夏文军',
        '苗红',
      ][i] ?? '',
    ),
  ),
]

/** Neighbours who report, follow and volunteer; their key is their place in the list. */
const NAMES =
  '陈思远 赵雅琴 钱文博 孙玉梅 李国栋 周淑芬 吴俊杰 郑小丽 王海涛 冯秀英 褚明辉 卫红 蒋丽华 沈国强 韩雪 杨柳 朱永福 秦月 尤佳 许兰香 何勇 吕小军 施雨 张桂芳 孔德明 曹颖 严冬梅 华建军 金玲 魏东升 陶然 姜琳 戚志远 谢春兰 邹文静 喻小龙 苏婉 潘永强 葛红霞 范立新'
export const NEIGHBOURS: readonly DemoPerson[] = NAMES.split(' ').map((name, i) => ({ key: `n${i + 1}`, name }))

export const DEMO_PEOPLE: readonly DemoPerson[] = [...ACCOUNTS, ...COLLEAGUES, ...NEIGHBOURS]
