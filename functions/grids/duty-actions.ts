import type { z } from 'zod'
import { checkDuty, checkFrom } from '../../shared/grids/duties'
import type { ChangeDuty, DutyHistory } from '../../shared/grids/duty-contract'
import { isUnitTier, TIER_ZH, type Tier } from '../../shared/grids/words'
import { shanghaiMoment } from '../../shared/kit/time'
import { mayHandle } from '../../shared/people/grants'
import type { Actor } from '../../shared/people/roles'
import { brokenConstraint } from '../db/errors'
import type { Deps, Send } from '../http/deps'
import { fail, grant } from '../http/refused'
import { findDuty, recordDuty, recordDutyEnd } from './duty-queries'
import { findGridById, findUnitById, listDuties } from './queries'

export async function readDutyHistory({ db }: Deps, id: string): Promise<DutyHistory> {
  const grid = (await findGridById(db, id)) ?? fail('not_found', '没有找到这个网格')
  const items = (await listDuties(db, id)).map(({ lng: _, lat: __, startsAt, endsAt, ...duty }) => ({
    ...duty,
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null },
  }))
  return { gridId: id, gridName: grid.name, items }
}

function admitTo(actor: Actor, gridId: string) {
  if (!mayHandle(actor, { role: 'grid_chief', unitId: null, gridId })) fail('forbidden', '这个网格超出您的管理范围')
}

type Facts = {
  tier: Tier
  unitName: string | null
  personName: string | null
  postZh: string
  segmentZh: string | null
}

/** Only what is there; a householder's segment is where they live. */
const factsOf = ({ tier, unitName, personName, postZh, segmentZh }: Facts): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ 级别: TIER_ZH[tier], 单位: unitName, 姓名: personName, 职务: postZh, 范围: segmentZh }).flatMap(
      ([name, value]) => (value ? [[name, value]] : []),
    ),
  )

const NOT_ENDABLE = '原来那一条已经有结束日期，或者还没有开始，请选之后的日期'

async function replacedBy({ db }: Deps, replaces: string | null, gridId: string, tier: Tier) {
  if (replaces === null) return null
  const found = await findDuty(db, replaces)
  if (found?.duty.gridId !== gridId || found.duty.tier !== tier)
    return fail('invalid', '没有找到要接替的责任', 'replaces')
  return found
}

async function unitNameOf({ db }: Deps, unitId: string | null) {
  if (unitId === null) return null
  return ((await findUnitById(db, unitId)) ?? fail('invalid', '没有这个单位，请重新选择', 'unitId')).name
}

type Spot = { readonly segmentZh: string | null; readonly lng: number | null; readonly lat: number | null }

/** A successor on the same segment stands at the same spot. */
function heldBy({ tier, unitId, personName, postZh, segmentZh }: z.output<typeof ChangeDuty.body>, old?: Spot) {
  const spot = old?.segmentZh === segmentZh ? old : null
  return {
    ...{ tier, unitId, personName: isUnitTier(tier) ? null : personName, postZh, segmentZh: segmentZh || null },
    ...{ lng: spot?.lng ?? null, lat: spot?.lat ?? null },
  }
}

export async function changeDuty(
  deps: Deps,
  actor: Actor,
  gridId: string,
  ask: z.output<typeof ChangeDuty.body>,
  send: Send,
) {
  const { db, newId, now } = deps
  const grid = (await findGridById(db, gridId)) ?? fail('not_found', '没有找到这个网格')
  admitTo(actor, gridId)
  const refusal = checkDuty(ask, now())
  if (refusal) grant(refusal)
  const { tier, startsOn, replaces } = ask
  const old = await replacedBy(deps, replaces, gridId, tier)
  const row = { id: newId(), gridId, ...heldBy(ask, old?.duty) }
  const unitName = await unitNameOf(deps, ask.unitId)
  const change = {
    ...{
      id: newId(),
      kind: 'duty_changed' as const,
      subjectId: gridId,
      gridId,
      zh: `调整${grid.name}的${TIER_ZH[tier]}`,
    },
    before: old ? factsOf({ ...old.duty, unitName: old.unitName }) : {},
    after: { ...factsOf({ ...row, unitName }), 开始: startsOn },
    ...{ by: actor.id, at: now() },
  }
  const duty = { ...row, startsAt: shanghaiMoment(startsOn), endsAt: null }
  const made = await recordDuty(db, send, duty, replaces, change).catch((err: unknown) => {
    if (brokenConstraint(err, 'grid_duties_one_lead'))
      return fail('overlap', '这个网格在那段时间已经有牵头部门，请选择接替它', 'replaces')
    throw err
  })
  return made ? readDutyHistory(deps, gridId) : fail('conflict', NOT_ENDABLE, 'startsOn')
}

export async function endDuty(deps: Deps, actor: Actor, id: string, endsOn: string, send: Send) {
  const { db, newId, now } = deps
  const { duty, gridName, unitName } = (await findDuty(db, id)) ?? fail('not_found', '没有找到这条责任')
  admitTo(actor, duty.gridId)
  const refusal = checkFrom(endsOn, now(), 'endsOn')
  if (refusal) grant(refusal)
  const before = factsOf({ ...duty, unitName })
  const change = {
    ...{
      id: newId(),
      kind: 'duty_ended' as const,
      subjectId: duty.gridId,
      gridId: duty.gridId,
      before,
      after: { ...before, 结束: endsOn },
    },
    ...{ zh: `结束${gridName}的一条${TIER_ZH[duty.tier]}责任`, by: actor.id, at: now() },
  }
  const end = { id, gridId: duty.gridId, endsAt: shanghaiMoment(endsOn) }
  const ended = await recordDutyEnd(db, send, end, change)
  return ended ? readDutyHistory(deps, duty.gridId) : fail('conflict', NOT_ENDABLE, 'endsOn')
}
