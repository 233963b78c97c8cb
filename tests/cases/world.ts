import { reporters } from '../../schema/reports'
import { openHouse, type Person } from '../kit/house'
import { aPhoto, uploadPhoto } from '../kit/photos'

/** 新建路 in WG09, where 县市政工程公司 (U052) holds a segment. */
export const PLACE = { lng: 107.384641, lat: 33.256894 }
export const GRID = 'WG09'
export const UNIT = 'U052'
export const OTHER_UNIT = 'U001'

/** A county with one person for every part in a case, and the flow of a case in a few words. */
export async function openCounty(given: Parameters<typeof openHouse>[0] = {}) {
  const house = await openHouse(given)
  await house.settle()
  const { person, ask, key } = house
  const cast = {
    lin: await person('林晓岚'),
    zhou: await person('周明'),
    reviewer: await person('何敏', [['reviewer'], ['dispatcher']]),
    reviewer2: await person('吴倩', [['reviewer']]),
    farReviewer: await person('钱远', [['reviewer', { gridId: 'WG01' }]]),
    handler: await person('陈工', [['handler', { unitId: UNIT }]]),
    otherHandler: await person('马工', [['handler', { unitId: OTHER_UNIT }]]),
    verifier: await person('孙巡', [['verifier', { unitId: 'O01' }]]),
    ownVerifier: await person('陈核', [['verifier', { unitId: UNIT }]]),
    leader: await person('县领导', [['area_leader', { gridId: GRID }]]),
    chief: await person('网格长', [['grid_chief', { gridId: GRID }]]),
    admin: await person('管理员', [['admin']]),
  }
  const photo = async (as: Person) => String((await uploadPhoto(house, as, await aPhoto())).id)
  /** Reports of earlier tests count as yesterday's, so the cap of a day does not mix with what a test is about. */
  const report = async (as: Person = cast.lin, more: object = {}) => {
    await house.db.update(reporters).set({ at: new Date(house.now().getTime() - 86_400_000) })
    return ask(as, 'POST', '/api/reports', {
      key: key(),
      photos: [await photo(as)],
      position: { ...PLACE, accuracyM: 8 },
      categoryCode: 'D1',
      words: '井盖塌了半边',
      ...more,
    })
  }
  const move = (as: Person, id: unknown, name: string, more: object = {}) =>
    ask(as, 'POST', `/api/cases/${id}/transitions`, { key: key(), move: name, ...more })
  const myMove = (as: Person, id: unknown, name: string, more: object = {}) =>
    ask(as, 'POST', `/api/my-cases/${id}/transitions`, { key: key(), move: name, ...more })
  const file = (id: unknown, more: object = {}) =>
    move(cast.reviewer, id, 'file', { conditions: ['属于本县职责范围'], isPublic: true, ...more })

  /** A reported case brought to a state by the people whose part it is. */
  const caseAt = async (state: 'submitted' | 'filed' | 'dispatched' | 'processing' | 'handled' | 'closed') => {
    const { id } = await report()
    const steps = [
      ['filed', () => file(id)],
      ['dispatched', () => move(cast.reviewer, id, 'dispatch', { unitId: UNIT })],
      ['processing', () => move(cast.handler, id, 'sign')],
      [
        'handled',
        async () => move(cast.handler, id, 'handle', { note: '已更换井盖', photos: [await photo(cast.handler)] }),
      ],
      [
        'closed',
        async () =>
          move(cast.verifier, id, 'close', { conditions: ['设施完好'], photos: [await photo(cast.verifier)] }),
      ],
    ] as const
    if (state === 'submitted') return String(id)
    for (const [reached, step] of steps) {
      const answer = await step()
      if (answer.status !== 200) throw new Error(JSON.stringify(answer))
      if (reached === state) break
    }
    return String(id)
  }
  return { ...house, cast, photo, report, move, myMove, file, caseAt }
}
