import type { Refusal } from '@shared/kit/refusal'
import type { ActivityMove, ActivityState } from '@shared/volunteering/activities'
import { ACTIVITY_TRANSITIONS } from '@shared/volunteering/activities'
import { CreateActivity, ListActivityDesk, TransitionActivity } from '@shared/volunteering/desk-contract'
import { ListQualificationKinds } from '@shared/volunteering/qualifications/contract'
import { ListSeries } from '@shared/volunteering/series-contract'
import { type ActivitySheet, EditActivity, GetActivitySheet, SaveActivity } from '@shared/volunteering/sheet-contract'
import { ListTeams } from '@shared/volunteering/teams/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { now } from '../../../api/clock'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useRefusable } from '../../../api/use-refusable'
import { goInstead } from '../../../ui/nav'
import { toast } from '../../../ui/toast'
import { draftBody, editBody, emptyForm, formOf, type SheetForm, sheetDrafts } from './sheet-form'

export function useActivityDesk() {
  const [state, setState] = useState<ActivityState | null>(null)
  const list = usePages(ListActivityDesk, { params: {}, body: state === null ? {} : { state } })
  return { ...list, state, setState }
}

export const useSheet = (id: string) => useLoad(GetActivitySheet, id === '' ? null : { params: { id }, body: {} })

/** Teams and series to choose from. */
export function useSheetLists() {
  const teams = useLoad(ListTeams, { params: {}, body: {} }).data?.items ?? []
  const series = useLoad(ListSeries, { params: {}, body: {} }).data?.items ?? []
  return {
    teams: teams.map(({ id, name }) => ({ id, zh: name })),
    series: [
      { id: '', zh: '不属于系列' },
      ...series.map(({ id, name, last }) => ({ id, zh: `${name}（已办 ${last} 期）` })),
    ],
  }
}

/** What a shift may demand of whoever signs up. */
export function useDemands() {
  const kinds = useLoad(ListQualificationKinds, { params: {}, body: {} }).data?.items ?? []
  return [{ id: '', zh: '不要求' }, ...kinds.filter(({ isOn }) => isOn)]
}

/** One form; what is typed is kept on the phone until the server has it. */
export function useSheetForm(sheet: ActivitySheet | null, reload: () => Promise<unknown>) {
  const boxId = sheet?.id ?? 'new'
  const version = sheet?.version ?? 0
  const kept = useKept(sheet, boxId, version)
  const { form } = kept
  const { wrong, busy, act } = useRefusable()
  const save = () =>
    act(`save ${boxId} ${JSON.stringify(form)}`, async (key) => {
      const body = { key, ...draftBody(form) }
      const id = sheet
        ? (await call(SaveActivity, { params: { id: sheet.id }, body: { ...body, version } })).id
        : (await call(CreateActivity, { params: {}, body })).id
      await sheetDrafts.drop(boxId)
      toast('草稿已保存', 'ok')
      if (sheet) await reload()
      else goInstead('/staff/volunteering/activity', { id })
    })
  const edit = (id: string) =>
    act(`edit ${id} ${JSON.stringify(form)}`, async (key) => {
      await call(EditActivity, { params: { id }, body: { key, version, ...editBody(form) } })
      await sheetDrafts.drop(boxId)
      toast('已修改；改了时间的班次，已逐人通知', 'ok')
      await reload()
    })
  const move = (id: string, name: ActivityMove, note: string) =>
    act(`${name} ${id} ${note}`, async (key) => {
      await call(TransitionActivity, { params: { id }, body: { key, move: name, note } })
      toast(`已${ACTIVITY_TRANSITIONS[name].zh}`, 'ok')
      await reload()
    })
  return { ...kept, busy: busy !== null, wrong, wrongOf: wrongIn(wrong), save, edit, move }
}
export type SheetHand = ReturnType<typeof useSheetForm>

const wrongIn =
  (wrong: Refusal | null) =>
  (...fields: string[]) =>
    wrong !== null && fields.some((one) => wrong.field === one || wrong.field?.startsWith(`${one}.`)) ? wrong.zh : ''

/** The form with what was typed and not sent; an older copy of a sheet that moved on is left aside. */
function useKept(sheet: ActivitySheet | null, boxId: string, version: number) {
  const [kept] = useState(() => sheetDrafts.find(boxId))
  const isKept = kept !== null && kept.fields.version === version
  const [form, setForm] = useState<SheetForm>(() => (isKept ? kept.fields : sheet ? formOf(sheet) : emptyForm(now())))
  const set = (change: Partial<SheetForm>) => {
    const fields = { ...form, ...change, version }
    setForm(fields)
    sheetDrafts.save({ ...(sheetDrafts.find(boxId) ?? sheetDrafts.begin(boxId, fields)), fields })
  }
  return { form, set, isKept }
}
