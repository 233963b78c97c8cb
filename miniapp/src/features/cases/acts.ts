import type { Act } from './act-sheet'
import type { MyMove } from './use-my-case'

/** The steps of a reporter that need words. */
export const ACTS: { readonly [move in MyMove]?: Act } = {
  supplement: {
    title: '补充情况',
    label: '补充说明',
    placeholder: '比如：在路口东侧第二根灯杆下',
    button: '提交补充',
    photos: 'welcome',
    hint: '远景再来一张',
  },
  object: {
    title: '提出异议',
    label: '为什么应当受理',
    placeholder: '说清楚与答复不一样的地方',
    button: '提交异议',
    photos: 'welcome',
    hint: '有照片更清楚',
  },
  ask_reopen: {
    title: '申请重办',
    label: '哪里没有解决',
    placeholder: '比如：井盖还在晃，车压过有响声',
    button: '提交申请',
    photos: 'needed',
    hint: '拍现在的样子',
  },
}
