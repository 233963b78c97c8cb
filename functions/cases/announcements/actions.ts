import type { z } from 'zod'
import {
  ANNOUNCEMENT_DAYS,
  type Announce,
  type AnnouncementView,
  type KeptAnnouncement,
} from '../../../shared/cases/announcement-contract'
import { addDays, shanghai, shanghaiMoment } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import {
  type AnnouncementRow,
  findAnnouncement,
  listAll,
  listLive,
  recordAnnouncement,
  recordAnnouncementEnd,
} from './queries'

const scopeOf = ({ gridZh, categoryZh }: AnnouncementRow) => [gridZh, categoryZh].filter(Boolean).join(' · ') || '全县'

const view = (found: AnnouncementRow): AnnouncementView => {
  const { id, title, text, isUrgent, gridId, categoryCode, startsOn, endsOn } = found.row
  return { id, title, text, isUrgent, gridId, categoryCode, startsOn, endsOn, scopeZh: scopeOf(found) }
}

const stateOf = ({ startsOn, endsOn, endedAt }: AnnouncementRow['row'], today: string) =>
  endedAt !== null || endsOn < today ? 'over' : startsOn > today ? 'waiting' : 'live'

export async function readAnnouncements({ db, now }: Deps) {
  return { items: (await listLive(db, shanghai(now()).day)).map(view) }
}

export async function readAllAnnouncements({ db, now }: Deps) {
  const today = shanghai(now()).day
  const rows = await listAll(db)
  return { items: rows.map((one): KeptAnnouncement => ({ ...view(one), state: stateOf(one.row, today) })) }
}

type Asked = z.output<typeof Announce.body>

const factsOf = ({ title, text, isUrgent, startsOn, endsOn }: Omit<Asked, 'key'>) => ({
  ...{ 标题: title, 内容: text, 紧急: isUrgent ? '是' : '否', 从: startsOn, 到: endsOn },
})

function checkDays({ startsOn, endsOn }: Asked, now: Date) {
  if (endsOn < shanghai(now).day) fail('invalid', '这一天已经过去了', 'endsOn')
  if (endsOn < startsOn) fail('invalid', '结束的日子要在开始之后', 'endsOn')
  const last = shanghai(addDays(shanghaiMoment(startsOn), ANNOUNCEMENT_DAYS)).day
  if (endsOn > last) fail('invalid', `一条公告最多挂 ${ANNOUNCEMENT_DAYS} 天`, 'endsOn')
}

export async function announce(deps: Deps, actor: Actor, ask: Asked, send: Send) {
  const at = deps.now()
  checkDays(ask, at)
  const { key: _, ...said } = ask
  const row = { ...said, id: deps.newId(), by: actor.id, at, endedAt: null }
  const change = {
    ...{ id: deps.newId(), kind: 'announced' as const, subjectId: row.id, zh: said.title, by: actor.id, at },
    ...{ before: {}, after: factsOf(said) },
  }
  try {
    await recordAnnouncement(deps.db, send, row, change)
  } catch (err) {
    if (brokenConstraint(err, 'announcements_grid_id_grids_id_fk')) fail('invalid', '没有这个网格', 'gridId')
    if (brokenConstraint(err, 'announcements_category_code_categories_code_fk'))
      fail('invalid', '没有这个类别', 'categoryCode')
    throw err
  }
  return readAllAnnouncements(deps)
}

export async function endAnnouncement(deps: Deps, actor: Actor, id: string, send: Send) {
  const { row } = (await findAnnouncement(deps.db, id)) ?? fail('not_found', '没有找到这条公告')
  const change = {
    ...{ id: deps.newId(), kind: 'announced' as const, subjectId: id, zh: `撤下：${row.title}`, by: actor.id },
    ...{ before: factsOf(row), after: {}, at: deps.now() },
  }
  if (!(await recordAnnouncementEnd(deps.db, send, id, change))) fail('wrong_state', '这条公告已经撤下')
  return readAllAnnouncements(deps)
}
