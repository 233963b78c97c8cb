import { CASE_STATES, type CaseState } from '@shared/cases/states'
import { WAITING_STATES } from '@shared/cases/waiting'
import type { Me } from '@shared/people/contract'
import type { Role } from '@shared/people/roles'
import type { IconName } from '../../../ui/icons'

/** The lists of the desk: what waits for me, everything, my unit's work, and what I am to check. */
const VIEWS = ['todo', 'unit', 'check', 'all'] as const
export type View = (typeof VIEWS)[number]

// biome-ignore format: a table reads by its columns
export const VIEW_LOOK: Record<View, { readonly zh: string; readonly icon: IconName; readonly for?: Role; readonly emptyZh: string }> = {
  todo:  { zh: '待办',     icon: 'inbox',          emptyZh: '没有等您办的案件' },
  unit:  { zh: '我的单位', icon: 'building',       emptyZh: '单位没有在办的案件', for: 'handler' },
  check: { zh: '待核查',   icon: 'eye-check',      emptyZh: '没有等您核查的案件', for: 'verifier' },
  all:   { zh: '台账',     icon: 'clipboard-list', emptyZh: '没有找到案件' },
}

type Roles = Me['roles']

export const viewsOf = (roles: Roles) =>
  VIEWS.filter((view) => {
    const needs = VIEW_LOOK[view].for
    return needs === undefined || roles.some(({ role }) => role === needs)
  })

export const isView = (text: string | undefined): text is View => VIEWS.some((view) => view === text)

/** Tabs of a list; the ledger shows every state that has a case. */
export function statesOf(view: View, roles: Roles, counts: Partial<Record<CaseState, number>>): readonly CaseState[] {
  if (view === 'unit') return ['dispatched', 'processing', 'suspended', 'handled']
  if (view === 'check') return ['handled', 'verifying']
  const waiting = new Set(roles.flatMap(({ role }) => WAITING_STATES[role] ?? []))
  return CASE_STATES.filter((state) => (view === 'todo' ? waiting.has(state) : (counts[state] ?? 0) > 0))
}

/** What a list asks of the server. */
export function filterOf(view: View, roles: Roles) {
  if (view === 'todo' || view === 'check') return { todo: 'yes' as const }
  if (view === 'all') return {}
  const units = roles.flatMap(({ role, unitId }) => (role === 'handler' && unitId !== null ? [unitId] : []))
  const [only, ...others] = [...new Set(units)]
  return { open: 'yes' as const, ...(only !== undefined && others.length === 0 ? { unitId: only } : {}) }
}
