import type { Press } from '../../http/deps'
import { card } from './card'
import { pdf } from './pdf'
import { poster } from './poster'

/** Papers and cards on Node. */
export const press: Press = { pdf, card, poster }
