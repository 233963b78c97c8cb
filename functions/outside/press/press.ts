import type { Press } from '../../http/deps'
import { card } from './card'
import { pdf } from './pdf'

/** Papers and cards on Node. */
export const press: Press = { pdf, card }
