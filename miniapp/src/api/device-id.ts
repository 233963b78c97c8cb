import { newKey } from './key'
import { recall, remember } from './memory'

const NAME = 'device'
let held: string | null = null

/** The number this installation gave itself; it says nothing of the phone and goes with the app. */
export function deviceId(): string {
  held ??= recall<string>(NAME)
  if (held === null) {
    held = newKey()
    remember(NAME, held)
  }
  return held
}
