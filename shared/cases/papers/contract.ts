import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, nothing } from '../../kit/fields'
import { STAFF } from '../contract'

const paper = { verb: 'GET', params: idParams, body: nothing, reply: z.unknown(), gives: 'file' } as const
const HONEST = 'PDF，版心按 GB/T 9704—2012，字库有代用并在文末注明；不含反映人；下载会登记'
const READERS = ['reviewer', 'dispatcher', 'handler', 'area_leader', 'grid_chief', 'admin'] as const

export const GetDispatchPaper = endpoint({
  ...paper,
  path: '/api/cases/:id/dispatch-paper',
  who: STAFF,
  zh: `交办单：已派到单位的案件。${HONEST}`,
})

export const GetClosingPaper = endpoint({
  ...paper,
  path: '/api/cases/:id/closing-paper',
  who: STAFF,
  zh: `销号单：已结案的案件，整改前后和两方经手。${HONEST}`,
})

export const GetWholePaper = endpoint({
  ...paper,
  path: '/api/cases/:id/whole-paper',
  who: STAFF,
  zh: `案件单：情况、过程和照片。${HONEST}`,
})

export const GetSupervisionPaper = endpoint({
  ...paper,
  path: '/api/supervisions/:id/paper',
  who: READERS,
  zh: `督办单，颜色用文字写明。${HONEST}`,
})

export const GetCancelPaper = endpoint({
  ...paper,
  path: '/api/supervisions/:id/cancel-paper',
  who: READERS,
  zh: `督办销号单：已销号的督办单，两人经手和佐证。${HONEST}`,
})
export const GetCaseCard = endpoint({
  verb: 'GET',
  path: '/api/public/cases/:id/card',
  // Drawing costs far more than reading: counted like an upload.
  limit: 'upload',
  who: 'anyone',
  zh: '公开的已办结案件的分享图（PNG）：整改前后、用时和公开页二维码；不公开和隐私类别没有',
  params: idParams,
  body: nothing,
  reply: z.unknown(),
  gives: 'image',
})
