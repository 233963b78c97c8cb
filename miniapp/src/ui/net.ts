import { createStore } from './store'

/** Whether the last request came through, or the phone itself says that there is no network. */
const down = createStore(false)

export const netIsDown = () => down.set(true)
export const netIsUp = () => down.set(false)
export const useNetDown = down.use
