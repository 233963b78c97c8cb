import type { CaseMove } from '../../shared/cases/transitions'

export type TemplateSeed = {
  readonly id: string
  readonly move: CaseMove
  /** Null fits every class. */
  readonly categoryCode?: string
  readonly name: string
  readonly text: string
}

/** What a county's office can start with; each may be replaced or stopped on 县级管理. */
// biome-ignore format: a table reads by its columns
export const TEMPLATE_SEED: readonly TemplateSeed[] = [
  { id: 'reply-01', move: 'ask_more',    name: '请补一张远景',   text: '您好，“{标题}”已经收到。照片里看不出具体位置，请补一张带门牌、路口或店名的远景照片，我们好派人去找。' },
  { id: 'reply-02', move: 'ask_more',    name: '请补具体位置',   text: '您好，“{标题}”的位置还不够具体。请写明在{地点}的哪一段、哪一侧，或靠近哪个门牌，补充后马上继续办理。' },
  { id: 'reply-03', move: 'reject',      name: '不属于本县职责', text: '您反映的“{标题}”不属于本县城市管理和创建工作的职责范围，没有立案。您可以拨打 12345 反映，由主管部门答复。如有不同意见，可以在本页提出异议。' },
  { id: 'reply-04', move: 'reject',      name: '现场未发现',     text: '工作人员{今天}到{地点}查看，没有发现您反映的问题，这次没有立案。如果问题还在或又出现，请拍照再报，我们会再去。' },
  { id: 'reply-05', move: 'reject',      name: '信息不足',       text: '照片和说明还不能确定问题在哪里、是什么，没有立案。请拍一张近景、一张远景重新上报，我们会尽快受理。' },
  { id: 'reply-06', move: 'reject',      name: '个人之间的纠纷', text: '您反映的情况属于个人之间的纠纷，不在随手拍的受理范围。建议先请社区调解，也可以拨打 12348 免费咨询法律问题。' },
  { id: 'reply-07', move: 'dispatch',    name: '常规派遣',       text: '请{单位}到{地点}处置“{标题}”，{时限}前办完，并从同一位置、同一角度拍整改后照片反馈。' },
  { id: 'reply-08', move: 'dispatch',    categoryCode: 'D1', name: '井盖先围挡', text: '请{单位}立即到{地点}设置围挡和警示标志，再修复或更换井盖，{时限}前办完并拍照反馈。' },
  { id: 'reply-09', move: 'reassign',    name: '改派说明',       text: '经核对，{地点}的“{标题}”由{单位}负责。请接手后尽快到现场，时限为{时限}。' },
  { id: 'reply-10', move: 'extend',      name: '同意延期',       text: '“{标题}”需要备料或等待天气好转，同意延期。新的时限是{时限}，请{单位}在这之前办完，期间做好现场防护。' },
  { id: 'reply-11', move: 'suspend',     name: '等待施工条件',   text: '“{标题}”暂时不具备施工条件，先挂账管理。条件具备后马上恢复办理，期间由{单位}看护现场。' },
  { id: 'reply-12', move: 'handle',      name: '已处置',         text: '{单位}{今天}已到{地点}完成处置，整改后照片附后，请核查。' },
  { id: 'reply-13', move: 'redo',        name: '整改不到位',     text: '现场核查，“{标题}”还没有整改到位。请{单位}按照片标出的位置继续处置，{时限}前重新反馈。' },
  { id: 'reply-14', move: 'close',       name: '核查通过',       text: '{今天}到{地点}核查，“{标题}”已经整改到位，予以结案。感谢您的反映，欢迎评价；如有反复，可以申请重办。' },
  { id: 'reply-15', move: 'transfer',    name: '转外部单位',     text: '“{标题}”由县外或上级单位管理，已经转交，编号{编号}。我们会跟踪办理情况，有结果马上告诉您。' },
]
