import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fuzzed } from '../../shared/cases/public-place'
import type { LngLat } from '../../shared/kit/geo'
import type { Deps } from '../http/deps'

type Placed = LngLat & {
  readonly id: string
  readonly isFuzzed: boolean
  readonly title: string
  readonly addressZh: string
  readonly gridZh: string
  readonly categoryZh: string
}

const drawOf = (secret: string, id: string) =>
  new DataView(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`place.${id}`)).buffer).getUint32(0)

/**
 * Where and how a case is named outside: of a sensitive class only the grid and a coarse square, whatever words tell the house.
 * The oldest secret draws it: a square drawn anew would tell more of the place than one.
 */
export function publicPlace({ secret, secrets }: Pick<Deps, 'secret' | 'secrets'>, row: Placed) {
  const { id, lng, lat, isFuzzed, title, addressZh, gridZh, categoryZh } = row
  if (!isFuzzed) return { lng, lat, title, addressZh }
  const near = gridZh || '县城'
  const at = fuzzed({ lng, lat }, drawOf(secrets.at(-1) ?? secret, id))
  return { ...at, title: `${near}${categoryZh}`, addressZh: `${near}一带（位置已模糊）` }
}
