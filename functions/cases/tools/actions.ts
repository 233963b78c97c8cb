import type { z } from 'zod'
import { strangeWords } from '../../../shared/cases/templates'
import type { ListTemplates, SaveFilter, SaveTemplate } from '../../../shared/cases/tools-contract'
import { transitionOf } from '../../../shared/cases/transitions'
import { type Actor, holds } from '../../../shared/people/roles'
import { brokenConstraint } from '../../db/errors'
import type { Deps, Send } from '../../http/deps'
import { fail } from '../../http/refused'
import { countLedger } from '../export-queries'
import { filterOf } from '../filter-actions'
import {
  FILTERS_MAX,
  findTemplate,
  listFilters,
  listTemplates,
  recordFilter,
  recordFilterEnd,
  recordTemplate,
  recordTemplateEnd,
} from './queries'

/** Each with what it finds for whoever reads: two people see different numbers on a shared one. */
export async function readFilters(deps: Deps, actor: Actor) {
  const rows = await listFilters(deps.db, actor.id)
  const items = await Promise.all(
    rows.map(async ({ id, name, isShared, personId, query }) => ({
      ...{ id, name, isShared, query, mine: personId === actor.id },
      n: await countLedger(deps.db, actor, await filterOf(deps, actor, query)),
    })),
  )
  return { items }
}

export async function saveFilter(deps: Deps, actor: Actor, body: z.output<typeof SaveFilter.body>, send: Send) {
  const { name, isShared, query } = body
  const row = { id: deps.newId(), personId: actor.id, name, isShared, query, at: deps.now(), endedAt: null }
  if (!(await recordFilter(deps.db, send, row)))
    fail('invalid', `常用筛选最多存 ${FILTERS_MAX} 个，请先去掉不用的`, 'name')
  return readFilters(deps, actor)
}

export async function dropFilter(deps: Deps, actor: Actor, id: string, send: Send) {
  const ended = await recordFilterEnd(deps.db, send, { id, at: deps.now(), any: holds(actor, 'admin') })
  if (!ended) fail('not_found', '没有找到这个常用筛选，或者不是您存的')
  return readFilters(deps, actor)
}

export const readTemplates = async (
  { db }: Deps,
  { move, categoryCode }: z.output<typeof ListTemplates.body> = {},
) => ({ items: await listTemplates(db, move, categoryCode) })

type Template = {
  readonly move: z.output<typeof SaveTemplate.body>['move']
  readonly name: string
  readonly text: string
}

const factsOf = ({ move, name, text }: Template) => ({ 用在: transitionOf(move).zh, 名称: name, 内容: text })

export async function saveTemplate(deps: Deps, actor: Actor, body: z.output<typeof SaveTemplate.body>, send: Send) {
  const { move, categoryCode, name, text, replaces } = body
  const [strange] = strangeWords(text)
  if (strange !== undefined) fail('invalid', `不认识“{${strange}}”，请看可以用的词`, 'text')
  const was =
    replaces === null ? null : ((await findTemplate(deps.db, replaces)) ?? fail('conflict', '这个模板已被改过，请刷新'))
  const at = deps.now()
  const row = { id: deps.newId(), move, categoryCode, name, text, at, endedAt: null }
  const change = {
    ...{ id: deps.newId(), kind: 'template_changed' as const, subjectId: row.id, zh: name, by: actor.id, at },
    ...{ before: was ? factsOf(was) : {}, after: factsOf(row) },
  }
  try {
    if (!(await recordTemplate(deps.db, send, row, replaces, change))) fail('conflict', '这个模板已被改过，请刷新')
  } catch (err) {
    if (brokenConstraint(err, 'reply_templates_category_code_categories_code_fk'))
      fail('invalid', '没有这个类别', 'categoryCode')
    throw err
  }
  return readTemplates(deps)
}

export async function endTemplate(deps: Deps, actor: Actor, id: string, send: Send) {
  const was = (await findTemplate(deps.db, id)) ?? fail('not_found', '没有找到这个模板')
  const change = {
    ...{ id: deps.newId(), kind: 'template_changed' as const, subjectId: id, zh: was.name },
    ...{ before: factsOf(was), after: {}, by: actor.id, at: deps.now() },
  }
  if (!(await recordTemplateEnd(deps.db, send, id, change))) fail('conflict', '这个模板已被改过，请刷新')
  return readTemplates(deps)
}
