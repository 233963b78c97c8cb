import { type Refusal, refuse } from '../kit/refusal'

/** What a person agrees to, each on its own: 个人信息保护法第十四、十五、十七、二十三、二十五、二十九条. */
export const CONSENT_KINDS = ['privacy_policy', 'precise_location', 'phone', 'publishing'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

type Kind = {
  readonly zh: string
  /** Version 1 of the text, the house's own; the county's later ones are rows. */
  readonly text: string
  /** What still works without it, said where it is missing. */
  readonly withoutZh: string
}

export const CONSENTS: Record<ConsentKind, Kind> = {
  privacy_policy: {
    zh: '隐私政策',
    text: '我们只为办理您反映的问题、组织志愿服务收集必需的信息：微信登录标识、您写的内容、拍的照片、选的位置。信息存放在境内服务器，只给办理的单位看与办理有关的部分，不做别的用途，不交给广告和商业机构。您可以随时在“我的隐私”查看、更正、导出，或申请注销账号。不同意也可以随手拍反映问题；登记为志愿者要留下称呼和服务记录，需要您同意。',
    withoutZh: '登记为志愿者要先同意隐私政策；不同意也可以继续反映问题',
  },
  precise_location: {
    zh: '使用精确位置',
    text: '提交反映和志愿签到时，取一次手机的精确位置：反映时用来找到负责的网格，签到时只核对是否在集合点附近、不保存坐标。只在您操作的这一刻取，不在后台取，不记录行踪。不同意也能用：反映时在地图上点一下位置，签到时不给位置。',
    withoutZh: '没有您的同意，不能收手机的精确位置。请在地图上点一下位置，签到可以不给位置',
  },
  phone: {
    zh: '使用手机号',
    text: '您留下的手机号加密保存，只用于核实您反映的问题、上门服务和发放奖励时联系您。审核员写明理由才能看，每次查看都有记录。撤回同意后，已经留下的手机号立即删除。不同意也能用：选“匿名”或“微信”身份反映，进展会在站内告诉您。',
    withoutZh: '没有您的同意，不能收您的手机号。可以改用“匿名”或“微信”身份提交',
  },
  publishing: {
    zh: '公开我反映的问题',
    text: '审核后，把您反映的问题和照片放到“周边”和公开页面，让大家看到进展。公开前遮挡人脸、车牌，不显示您的称呼、微信和手机号。不同意也照常受理、办理、答复，只是不对外公开。撤回同意后，已经公开的立即撤下。',
    withoutZh: '没有您的同意，反映照常办理，不对外公开',
  },
}

/** How one consent stands with one person. */
export type ConsentNow = {
  readonly kind: ConsentKind
  /** Of the text that holds now. */
  readonly version: number
  /** What was last said, to which version; null while nothing was. */
  readonly said: { readonly version: number; readonly isGiven: boolean } | null
}

/** Holds for the very version it was given to: a new text asks anew. */
export const isConsented = ({ version, said }: ConsentNow) => said?.isGiven === true && said.version === version

/** Whether the person was asked about this version already, however they answered. */
export const isAnswered = ({ version, said }: ConsentNow) => said?.version === version

/** 403, the kind as the field: the phone shows its text and sends the same thing again. */
export const lacking = (kind: ConsentKind): Refusal => refuse('consent_required', CONSENTS[kind].withoutZh, kind)
