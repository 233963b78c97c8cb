import { mayUse } from '../../api/consents'
import { recall, remember } from '../../api/memory'
import { type Fix, locate } from '../../device/locate'
import { confirm } from '../../ui/confirm'
import { createStore } from '../../ui/store'

/** Whether the place may be looked at when checking in and out; null until the person was asked. */
const NAME = 'place-consent'
const consent = createStore<boolean | null>(recall<boolean>(NAME))

export const usePlaceConsent = consent.use

export function setPlaceConsent(yes: boolean) {
  consent.set(yes)
  remember(NAME, yes)
}

/** The place of this moment, once, and only with leave. */
export async function placeOfNow(radiusM: number): Promise<Fix | null> {
  if (consent.get() === null) setPlaceConsent(await askForPlace(radiusM))
  return consent.get() && (await mayUse('precise_location')) ? locate() : null
}

const askForPlace = (radiusM: number) =>
  confirm({
    title: '核对一下位置吗',
    zh: `只在签到、签退这一刻取一次，看是否在集合点 ${radiusM} 米内，不保存坐标。不给位置也能签到，记录上会注明“没有位置”。`,
    yes: '可以，取一次',
    no: '不给位置',
  })
