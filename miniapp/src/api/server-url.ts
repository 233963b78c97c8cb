import { BASE } from './wire'

/** The whole address of something the server gives: pages of a browser may stand beside it, a mini-program never does. */
export const serverUrl = (path: string) =>
  (process.env.TARO_ENV === 'h5' && BASE === '' ? window.location.origin : BASE) + path
