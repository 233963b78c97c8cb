import type { z } from 'zod'
import type { CaseState } from '../../../shared/cases/states'
import { type Actor, holdsGrid } from '../../../shared/people/roles'
import type { OpenCaseOrder } from '../../../shared/volunteering/orders/case-contract'
import type { OrderView } from '../../../shared/volunteering/orders/contract'
import { ORDER_ENDS } from '../../../shared/volunteering/orders/moves'
import { findCase } from '../../cases/case-queries'
import { brokenConstraint } from '../../db/errors'
import { photoView } from '../../files/actions'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { newOrder, orderRow, readOrder } from './actions'
import { listOrdersOfCase } from './queries'
import { recordOrder } from './record-queries'

/** Between 立案 and 反馈: before it is nobody's work, after it the work is done. */
const SOLVABLE: readonly CaseState[] = ['filed', 'dispatched', 'processing']

const load = async (deps: Deps, actor: Actor, id: string) =>
  (await findCase(deps.db, actor, id)) ?? fail('not_found', '没有找到这件案件')

const mayOpenAt = (actor: Actor, gridId: string | null) =>
  holdsGrid(actor, 'dispatcher', gridId) || holdsGrid(actor, 'admin', gridId)

/** Read beside the case; once it is served, the case waits for 核查 with its photos. */
export async function listCaseOrders(deps: Deps, actor: Actor, caseId: string) {
  const found = await load(deps, actor, caseId)
  const rows = await listOrdersOfCase(deps.db, caseId)
  const isOpen = rows.some(({ state }) => !ORDER_ENDS.includes(state))
  return {
    items: rows.map((row) => ({
      ...orderRow(row, deps.now()),
      photos: row.photos.map((photo) => photoView(deps, photo)),
    })),
    mayOpen: !isOpen && SOLVABLE.includes(found.state) && mayOpenAt(actor, found.gridId),
  }
}

type Body = z.output<typeof OpenCaseOrder.body>

/** 转志愿服务: the dispatcher asks for it; the case stays where it is. */
export async function openCaseOrder(
  deps: Deps,
  actor: Actor,
  caseId: string,
  body: Body,
  send: Send,
): Promise<OrderView> {
  const found = await load(deps, actor, caseId)
  if (!mayOpenAt(actor, found.gridId)) return fail('forbidden', '这个网格的案件不归您派遣')
  if (!SOLVABLE.includes(found.state)) return fail('wrong_state', '立案以后、反馈以前才能转志愿服务')
  const { kind, words, wantedAt } = body
  const position = { lng: found.lng, lat: found.lat }
  const asked = { kind, words, wantedAt, caseId, position, placeZh: found.addressZh.slice(0, 100) || '案件地点' }
  const row = await newOrder(deps, actor, asked)
  await recordOrder(deps.db, row, null, deps.newId(), send).catch((err: unknown) => {
    if (brokenConstraint(err, 'service_orders_open_case_key')) return fail('conflict', '这件案件已有一张志愿服务单在办')
    throw err
  })
  return readOrder(deps, actor, row.id)
}
