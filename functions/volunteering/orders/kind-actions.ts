import type { z } from 'zod'
import { checkCountyAdmin, isCountyAdmin } from '../../../shared/people/grants'
import type { Actor } from '../../../shared/people/roles'
import { clocksOf, kindFacts, type OrderKind, whyNotKind } from '../../../shared/volunteering/orders/kinds'
import type { ChangeOrderKind, CreateOrderKind } from '../../../shared/volunteering/orders/kinds-contract'
import { ORDER_CLOCKS, type OrderClocks } from '../../../shared/volunteering/orders/moves'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { isKindNamed, type KindRow, listClocks, listKinds, recordKind, recordKindChange } from './kind-queries'

export async function readClocks({ db }: Deps): Promise<OrderClocks> {
  const rows = new Map((await listClocks(db)).map(({ step, hours }) => [step, hours]))
  const hours = ORDER_CLOCKS.map((step) => [step, rows.get(step) ?? 24] as const)
  return Object.fromEntries(hours) as OrderClocks
}

const kindOf = ({ code, zh, isOn, triageHours, takeHours, agreeHours, rateHours }: KindRow): OrderKind => ({
  ...{ code, zh, isOn, hours: { triage: triageHours, take: takeHours, agree: agreeHours, rate: rateHours } },
})

const readAll = async (deps: Deps) => {
  const [rows, clocks] = await Promise.all([listKinds(deps.db), readClocks(deps)])
  return { rows, kinds: rows.map(kindOf), clocks }
}

/** What a new order may be, and the county's own clocks. */
export async function readKinds(deps: Deps) {
  const { kinds, clocks } = await readAll(deps)
  const items = kinds.flatMap(({ code, zh, isOn, hours }) =>
    isOn ? [{ code, zh, triageHours: hours.triage ?? clocks.triage }] : [],
  )
  return { items, clocks }
}

/** A kind with the clocks that count for its orders. */
export async function readKind(deps: Deps, code: string) {
  const { kinds, clocks } = await readAll(deps)
  const kind = kinds.find((one) => one.code === code)
  return kind && { ...kind, clocks: clocksOf(clocks, kind.hours) }
}

export const readClocksOf = async (deps: Deps, code: string) =>
  (await readKind(deps, code))?.clocks ?? (await readClocks(deps))

export async function readKindSettings(deps: Deps, actor: Actor) {
  const { rows, clocks } = await readAll(deps)
  const items = rows.map((row) => ({ ...kindOf(row), version: row.version }))
  return { items, clocks, mayChange: isCountyAdmin(actor) }
}

function admitted(actor: Actor) {
  const refusal = checkCountyAdmin(actor)
  if (refusal) grant(refusal)
}

function asNamed(err: unknown): never {
  if (isKindNamed(err)) return fail('conflict', '已经有这个名称，请换一个', 'zh')
  throw err
}

const noteOf = (deps: Deps, actor: Actor, was: OrderKind | null, is: OrderKind) => ({
  ...{ id: deps.newId(), by: actor.id, at: deps.now(), kind: 'order_kind_changed' as const, subjectId: is.code },
  ...{ zh: is.zh, before: was ? kindFacts(was) : {}, after: kindFacts(is) },
})

type Created = z.output<typeof CreateOrderKind.body>

export async function createKind(deps: Deps, actor: Actor, { zh, hours }: Created, send: Send) {
  admitted(actor)
  const is = { code: deps.newId(), zh, isOn: true, hours }
  const refusal = whyNotKind((await readAll(deps)).kinds, null, is)
  if (refusal) grant(refusal)
  await recordKind(deps.db, is, noteOf(deps, actor, null, is), send).catch(asNamed)
  return readKindSettings(deps, actor)
}

type Changed = z.output<typeof ChangeOrderKind.body>

export async function changeKind(deps: Deps, actor: Actor, code: string, body: Changed, send: Send) {
  admitted(actor)
  const { zh, isOn, hours, version } = body
  const { rows, kinds } = await readAll(deps)
  const found = rows.find((row) => row.code === code) ?? fail('not_found', '没有这个类别')
  if (version !== found.version) return fail('conflict', '别人刚刚改过，请刷新后再改')
  const [was, is] = [kindOf(found), { code, zh, isOn, hours }]
  const refusal = whyNotKind(kinds, was, is)
  if (refusal) grant(refusal)
  const done = await recordKindChange(deps.db, is, version, noteOf(deps, actor, was, is), send).catch(asNamed)
  return done ? readKindSettings(deps, actor) : fail('conflict', '别人刚刚改过，请刷新后再改')
}
