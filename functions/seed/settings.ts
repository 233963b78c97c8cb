import { MINUTE_MS } from '../../shared/kit/time'
import { saveTemplate } from '../cases/tools/actions'
import { inviteScoped } from '../grids/scope-actions'
import type { Deps, Send } from '../http/deps'
import { endInvite } from '../people/invite-actions'
import { createApiKey } from '../reports/key-actions'
import { firstIdOf } from './dice'
import type { Cast } from './people'
import type { Step } from './steps'

type Show = { readonly cast: Cast; readonly at: Date }
type Ask = Parameters<typeof inviteScoped>[2]

const INVITES: readonly { readonly name: string; readonly hoursAgo: number; readonly ask: Omit<Ask, 'key'> }[] = [
  {
    ...{ name: 'settings/invite-handler', hoursAgo: 30 },
    ask: { name: '吕师傅', role: 'handler', unitId: 'U052', gridId: null, days: 7 },
  },
  {
    ...{ name: 'settings/invite-verifier', hoursAgo: 52 },
    ask: { name: '邢巧', role: 'verifier', unitId: 'O02', gridId: null, days: 7 },
  },
  {
    ...{ name: 'settings/invite-chief', hoursAgo: 240 },
    ask: { name: '温书记', role: 'grid_chief', unitId: null, gridId: 'WG09', days: 3 },
  },
]

/** What the administrator and the office have set lately: the journal of changes and the invites are not empty. */
export function settingSteps({ cast, at }: Show): Step[] {
  const admin = cast('fang')
  const ago = (hours: number) => new Date(at.getTime() - hours * 60 * MINUTE_MS)
  const step = (name: string, hours: number, by: Step['by'], run: Step['run']): Step => ({
    ...{ name, at: ago(hours), by, shots: [], run },
  })
  return [
    ...INVITES.map(({ name, hoursAgo, ask }) =>
      step(name, hoursAgo, admin, (deps: Deps, send: Send) =>
        inviteScoped(deps, admin, { key: send.key, ...ask }, send),
      ),
    ),
    // The invite is the first id its step draws.
    step('settings/invite-back', 26, admin, (deps, send) =>
      endInvite(deps, admin, firstIdOf('settings/invite-verifier'), send),
    ),
    step('settings/key', 72, admin, (deps, send) =>
      createApiKey(deps, admin, { key: send.key, name: '县 12345 热线', scopes: ['open311'] }, send),
    ),
    step('settings/template', 20, cast('he'), (deps, send) =>
      saveTemplate(
        deps,
        cast('he'),
        {
          ...{ key: send.key, replaces: 'reply-04', move: 'reject', categoryCode: null, name: '现场未发现' },
          text: '巡访员{今天}两次到{地点}查看，没有发现您反映的问题，这次没有立案。如果又出现，请拍照再报。',
        },
        send,
      ),
    ),
  ]
}
