import { privacyOf } from './weapp-privacy'
import type { Dict, Navigation } from './weapp-types'

type Options = Dict & {
  readonly success?: (got: unknown) => void
  readonly fail?: (err: unknown) => void
  readonly complete?: (got: unknown) => void
}
export type Wx = Record<string, unknown>

/** The person holding the phone, and the phone itself. Photos are paths; their bytes come from `bytesOf`. */
export type Answers = {
  code: string
  photos: readonly string[]
  bytesOf: (path: string) => Uint8Array
  /** GCJ-02, as WeChat gives it; null when location is refused. */
  place: { longitude: number; latitude: number; accuracy: number } | null
  scanned: string | null
  /** Whether a question is answered with yes. */
  yes: boolean
  online: boolean
  /** The platform's privacy contract is still to be agreed to: what touches the person waits for their answer. */
  needsPrivacy: boolean
  /** What was downloaded, by its path on the phone. */
  files: Map<string, string>
  fontSizeScaleFactor: number
}

const USUAL: Answers = {
  code: 'a-code',
  photos: ['wxfile://tmp/photo-1.jpg'],
  bytesOf: () => new Uint8Array(),
  place: null,
  scanned: null,
  yes: true,
  online: true,
  needsPrivacy: false,
  files: new Map(),
  fontSizeScaleFactor: 1,
}

type Given = {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly answers: Partial<Answers>
  /** What the phone kept from an earlier start. */
  readonly storage: Map<string, unknown>
  readonly navigate: (kind: Navigation, url: string, delta: number) => Promise<void>
}

/** WeChat's interface as far as the house uses it: callback style, and a promise where no callback is given. */
export function makeWx({ fetch, answers, storage, navigate }: Given) {
  const said = { ...USUAL, files: new Map<string, string>(), ...answers }
  const log: { name: string; given: unknown }[] = []
  const api =
    (name: string, act: (given: Options) => unknown) =>
    (given: Options = {}) => {
      log.push({ name, given })
      return answered(name, given, async () => act(given))
    }
  const { privacy, touching } = privacyOf(said, api)
  const go = (name: Navigation) => api(name, ({ url, delta }) => navigate(name, String(url ?? ''), Number(delta ?? 1)))
  const online = () => {
    if (!said.online) throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED')
  }

  const request = api('request', async ({ url, method = 'GET', data, header }) => {
    online()
    const body = method === 'GET' || data === undefined ? {} : { body: JSON.stringify(data) }
    const res = await fetch(
      new Request(addressOf(url), { method: String(method), headers: header as Record<string, string>, ...body }),
    )
    const text = await res.text()
    return { statusCode: res.status, header: Object.fromEntries(res.headers), data: parsed(text), cookies: [] }
  })
  const uploadFile = api('uploadFile', async ({ url, filePath, name, formData, header }) => {
    online()
    const form = new FormData()
    for (const [field, value] of Object.entries((formData ?? {}) as Dict)) form.append(field, String(value))
    form.append(
      String(name),
      new Blob([new Uint8Array(said.bytesOf(String(filePath)))], { type: 'image/jpeg' }),
      'photo.jpg',
    )
    const res = await fetch(
      new Request(addressOf(url), { method: 'POST', headers: header as Record<string, string>, body: form }),
    )
    return { statusCode: res.status, data: await res.text() }
  })

  const readFile = api('readFile', ({ filePath }) => ({ data: new Uint8Array(said.bytesOf(String(filePath))).buffer }))

  /** The file lies on the phone under the path that was asked for. */
  const downloadFile = api('downloadFile', async ({ url, filePath, header }) => {
    online()
    const res = await fetch(new Request(addressOf(url), { headers: header as Record<string, string> }))
    said.files.set(String(filePath), await res.text())
    return { statusCode: res.status, filePath }
  })

  const wx: Wx = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...Object.fromEntries(
      (['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const).map((name) => [name, go(name)]),
    ),
    request: (given: Options) => task(request(given)),
    uploadFile: (given: Options) => task(uploadFile(given)),
    downloadFile: (given: Options) => task(downloadFile(given)),
    login: api('login', () => ({ code: said.code })),
    ...privacy,
    chooseMedia: touching('chooseMedia', ({ count = 9 }) => ({
      type: 'image',
      tempFiles: said.photos
        .slice(0, Number(count))
        .map((tempFilePath) => ({ tempFilePath, size: 1000, fileType: 'image' })),
    })),
    getLocation: touching('getLocation', () => said.place ?? refuse('auth deny')),
    chooseLocation: touching('chooseLocation', () =>
      said.place ? { ...said.place, name: '', address: '' } : refuse('cancel'),
    ),
    scanCode: api('scanCode', () => (said.scanned ? { result: said.scanned, path: said.scanned } : refuse('cancel'))),
    showModal: api('showModal', () => ({ confirm: said.yes, cancel: !said.yes })),
    getNetworkType: api('getNetworkType', () => ({ networkType: said.online ? 'wifi' : 'none' })),
    ...Object.fromEntries(QUIET.map((name) => [name, api(name, () => undefined)])),
    onNetworkStatusChange: () => {},
    onAppRoute: () => {},
    getStorageSync: (name: string) => (storage.has(name) ? structuredClone(storage.get(name)) : ''),
    setStorageSync: (name: string, value: unknown) => void storage.set(name, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (name: string) => void storage.delete(name),
    getWindowInfo: () => ({ ...WINDOW }),
    getSystemInfoSync: () => ({ ...WINDOW, SDKVersion: '3.8.0', platform: 'ios' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN', fontSizeScaleFactor: said.fontSizeScaleFactor }),
    getDeviceInfo: () => ({ platform: 'ios', brand: 'host', model: 'host' }),
    getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 281, right: 368, width: 87, height: 32 }),
    getFileSystemManager: () => ({ ...FILES, readFile }),
    createSelectorQuery: () => ({ select: () => ({}), in: () => ({}), exec: () => {} }),
    canIUse: () => true,
    nextTick: (act: () => void) => void setTimeout(act, 0),
  }
  return { wx, log, said }
}

/** Tells whoever listens; rejects only where nobody does, as WeChat's promises do. */
async function answered(name: string, { success, fail, complete }: Options, act: () => Promise<unknown>) {
  try {
    const got = { errMsg: `${name}:ok`, ...((await act()) as object | undefined) }
    success?.(got)
    complete?.(got)
    return got
  } catch (err) {
    const failed = { errMsg: `${name}:fail ${err instanceof Error ? err.message : String(err)}` }
    if (!(success || fail || complete)) throw failed
    fail?.(failed)
    complete?.(failed)
    return undefined
  }
}

const QUIET = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'makePhoneCall',
  'previewImage',
  'openLocation',
  'addPhoneCalendar',
  'requestSubscribeMessage',
  'setClipboardData',
  'vibrateShort',
  'pageScrollTo',
  'stopPullDownRefresh',
  'setKeepScreenOn',
  'showShareMenu',
  'shareFileMessage',
  'openDocument',
]
const WINDOW = {
  statusBarHeight: 44,
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 2,
  safeArea: { top: 44, bottom: 778 },
}

type FileCall = { tempFilePath?: string; success?: (got: object) => void; complete?: (got: object) => void }
const FILES = {
  saveFile: ({ tempFilePath = '', success, complete }: FileCall) => {
    const got = { savedFilePath: tempFilePath.replace('tmp', 'store') }
    success?.(got)
    complete?.(got)
  },
  removeSavedFile: ({ success, complete }: FileCall) => {
    success?.({})
    complete?.({})
  },
}

/** A request's task: WeChat gives one at once, Taro waits on it. */
const task = (running: Promise<unknown>) =>
  Object.assign(running, {
    abort: () => {},
    onProgressUpdate: () => {},
    onHeadersReceived: () => {},
    onChunkReceived: () => {},
    offProgressUpdate: () => {},
  })

const refuse = (why: string): never => {
  throw new Error(why)
}

const addressOf = (url: unknown) => new URL(String(url), 'https://house.test').href

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
