import type { MessageTemplates } from '../../../shared/notices/templates'
import type { Db } from '../../db/types'
import type { PushKeys, WeChat } from '../../http/wechat-types'
import type { Settings } from '../settings'
import { type FakeWechat, fakeWechat } from '../wechat-fake/server'
import { wechatClient } from './client'
import { tokenStore } from './token-store'

type World = {
  readonly db: Db
  readonly secret: string
  readonly now: () => Date
  readonly newId: () => string
  readonly log: (line: Readonly<Record<string, unknown>>) => void
}
type Opened = {
  readonly given: {
    readonly wechat: WeChat
    readonly wechatPush: PushKeys
    readonly templates: MessageTemplates
    readonly publicUrl: string
  }
  /** Stands in where no app id is set; its pushes go where it is told. */
  readonly fake: FakeWechat | null
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const FAKE = { appid: 'wxba5fad812f8e6fb9', token: 'AAAAA', key: 'A'.repeat(43), url: 'http://house.local' }
const FAKE_FIELDS = { thing1: 'title', phrase2: 'state', time3: 'at', thing4: 'text' } as const
const FAKE_TEMPLATES = {
  progress: { id: 'fake-progress', fields: FAKE_FIELDS },
  result: { id: 'fake-result', fields: FAKE_FIELDS },
  more: { id: 'fake-more', fields: FAKE_FIELDS },
  activity: { id: 'fake-activity', fields: FAKE_FIELDS },
} satisfies MessageTemplates

/** WeChat as the settings say: the real one where an app id is set, else the stand-in with templates and keys of its own. */
export function openWechat(settings: Settings, world: World): Opened {
  const { WECHAT_APPID, WECHAT_SECRET, WECHAT_STATE, WECHAT_PUSH_TOKEN, WECHAT_PUSH_KEY, PUBLIC_URL } = settings
  if (WECHAT_APPID === '') return openFake(world)
  const wire = { fetch: (request: Request) => fetch(request), sleep, log: world.log, base: 'https://api.weixin.qq.com' }
  const tokens = tokenStore(world.db, world.secret)
  const client = { appid: WECHAT_APPID, secret: WECHAT_SECRET, tokens, now: world.now, state: WECHAT_STATE }
  return {
    given: {
      wechat: wechatClient(wire, client),
      wechatPush: { appid: WECHAT_APPID, token: WECHAT_PUSH_TOKEN, key: WECHAT_PUSH_KEY },
      templates: settings.WECHAT_TEMPLATES,
      publicUrl: PUBLIC_URL,
    },
    fake: null,
  }
}

/** The whole client over the stand-in: what is not answered to the network is answered to nobody else. */
export function openFake(world: World): Opened & { readonly fake: FakeWechat } {
  const wechatPush = { appid: FAKE.appid, token: FAKE.token, key: FAKE.key }
  const fake = fakeWechat({ now: world.now, newId: world.newId, push: wechatPush })
  fake.knobs.anyCode = true
  for (const { id } of Object.values(FAKE_TEMPLATES)) fake.state.templates.add(id)
  const tokens = tokenStore(world.db, world.secret)
  const client = { appid: FAKE.appid, secret: 'fake', tokens, now: world.now, state: 'developer' as const }
  const wire = { fetch: fake.fetch, sleep, log: world.log, base: 'http://wechat.local' }
  return {
    given: { wechat: wechatClient(wire, client), wechatPush, templates: FAKE_TEMPLATES, publicUrl: FAKE.url },
    fake,
  }
}
