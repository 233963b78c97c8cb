import { beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import type { Role } from '../../shared/people/roles'
import { ENDPOINTS } from '../../shared/registry'
import { openCounty } from '../cases/world'
import type { Person, Scope } from '../kit/house'
import { sampleOf } from '../kit/samples'
import { openWorld } from '../volunteering/world'

/** Things that exist, asked for by people of the right role whose scope they are not in: for them nothing is there. */
const county = await openCounty()
const { ask, person } = county

/** A scope of each role in which the case (WG09, unit U052) does not lie. */
const ELSEWHERE: Partial<Record<Role, Scope>> = {
  reviewer: { gridId: 'WG01' },
  dispatcher: { gridId: 'WG01' },
  handler: { unitId: 'U001' },
  verifier: { unitId: 'U052' },
  area_leader: { gridId: 'WG01' },
  grid_chief: { gridId: 'WG01' },
  admin: { gridId: 'WG01' },
}

const OWNED = [
  '/api/cases/:id',
  '/api/supervisions/:id',
  '/api/my-cases/:id',
  '/api/notices/:id',
  '/api/sign-ups/:id',
  '/api/led-shifts/:id',
]
const rootOf = ({ path }: AnyEndpoint) => OWNED.find((root) => path === root || path.startsWith(`${root}/`))
const scoped = Object.entries(ENDPOINTS).filter(
  // 我也遇到 is open to everybody: any case may be joined.
  ([name, e]) => rootOf(e) !== undefined && e.who !== 'anyone' && name !== 'JoinCase',
)

const ids: Record<string, string> = {}
beforeAll(async () => {
  const caseId = await county.caseAt('handled')
  await tick(county.deps)
  const { items } = (await ask(county.cast.lin, 'GET', '/api/notices')) as unknown as { items: { id: string }[] }
  const world = await openWorld({ db: county.db })
  const ma = await world.volunteer('马莉')
  const { shiftId, ids: signUps } = await world.aShift('2026-06-27', [ma])
  ids['/api/cases/:id'] = caseId
  ids['/api/my-cases/:id'] = caseId
  const issued = { key: county.key(), colour: 'blue', note: '请办' }
  const { id } = await ask(county.cast.admin, 'POST', `/api/cases/${caseId}/supervisions`, issued)
  ids['/api/supervisions/:id'] = String(id)
  ids['/api/notices/:id'] = items[0]?.id ?? ''
  ids['/api/sign-ups/:id'] = signUps[0]
  ids['/api/led-shifts/:id'] = shiftId
})

const send = (as: Person, e: AnyEndpoint) => {
  const path = e.path.replace(':id', ids[rootOf(e) ?? ''] ?? '')
  const body = sampleOf(e.body)
  if (e.verb === 'POST') return ask(as, 'POST', path, body)
  return ask(as, 'GET', `${path}?${new URLSearchParams(body as Record<string, string>)}`)
}

test('everything owned is looked at here', () => {
  expect(scoped.length).toBeGreaterThan(15)
})

describe('what lies outside one’s scope is not there, whatever one’s role', () => {
  test.each(scoped)('%s', async (_name, e) => {
    const roles: (Role | null)[] = Array.isArray(e.who) ? [...(e.who as readonly Role[])] : [null]
    for (const role of roles) {
      const stranger = await person('外人', role === null ? [] : [[role, ELSEWHERE[role] ?? {}]])
      expect(await send(stranger, e), role ?? 'citizen').toMatchObject({ status: 404, refused: 'not_found' })
    }
  })
})
