import type { Me } from '@shared/people/contract'
import { type IntakeSource, intakeWay, sourcesOf } from '@shared/reports/intake'
import { SubmitIntake } from '@shared/reports/intake-contract'
import { mailStory } from '@shared/reports/mail'
import type { MailView } from '@shared/reports/mail-contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { newKey } from '../../api/key'
import { Refused } from '../../api/refused'
import { useSend } from '../../api/use-send'
import { go, goInstead } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { useUploads } from '../files/use-uploads'
import { EMPTY_REPORT, type ReportFields, reportDrafts, WORDS_MAX } from './drafts'

type Wrong = { readonly field: string; readonly zh: string }
const HEARD: readonly IntakeSource[] = ['phone', 'email']
const NOBODY = { name: '', phone: '' }

const firstOf = (mail: MailView | null): ReportFields =>
  mail ? { ...EMPTY_REPORT, words: mailStory(mail.subject, mail.words, WORDS_MAX) } : EMPTY_REPORT

/** What is written down while somebody is on the line; nothing of it is kept on this computer. */
function useIntakeFields({ id, roles }: Me, mail: MailView | null) {
  const actor = { id, grants: roles }
  const sources = mail ? (['email'] as const) : sourcesOf(actor)
  const [draft, setDraft] = useState(() => reportDrafts.begin(newKey(), firstOf(mail)))
  const [source, setSource] = useState<IntakeSource>(sources[0] ?? 'phone')
  const [caller, setCaller] = useState(NOBODY)
  const [conditions, setConditions] = useState<string[]>([])
  const [enclosed, setEnclosed] = useState(mail?.photos ?? [])
  const uploads = useUploads(9 - enclosed.length)
  const set = (is: Partial<ReportFields>) => setDraft((was) => ({ ...was, fields: { ...was.fields, ...is } }))
  const clear = () => {
    setDraft(reportDrafts.begin(newKey(), EMPTY_REPORT))
    setCaller(NOBODY)
    setConditions([])
    for (const { id: ref } of uploads.picked) uploads.remove(ref)
  }
  const removePhoto = (ref: string) =>
    enclosed.some((photo) => photo.id === ref)
      ? setEnclosed((all) => all.filter((photo) => photo.id !== ref))
      : uploads.remove(ref)
  const sent = enclosed.map((photo) => ({ id: photo.id, src: photo.thumbUrl, state: 'sent' as const }))
  return {
    ...{ hand: { id: draft.id, draft, isKept: false, set }, sources, source, setSource, mail },
    ...{ photos: [...sent, ...uploads.picked], photoIds: [...enclosed.map((photo) => photo.id), ...uploads.ids] },
    removePhoto,
    ...{ caller, setCaller, conditions, setConditions, uploads, clear },
    isDirect: intakeWay(actor, source) === 'file_direct',
    isHeard: HEARD.includes(source),
  }
}
type Form = ReturnType<typeof useIntakeFields>

function bodyOf(form: Form, joinCaseId: string | null) {
  const { hand, source, photoIds, isHeard, isDirect, caller, conditions, mail } = form
  const { fields } = hand.draft
  return {
    ...{
      source,
      joinCaseId,
      mailId: mail?.id ?? null,
      photos: photoIds,
      words: fields.words,
      answers: { ...fields.answers },
    },
    position: { lng: fields.place?.lng ?? Number.NaN, lat: fields.place?.lat ?? Number.NaN, accuracyM: null },
    categoryCode: fields.categoryCode ?? '',
    townId: fields.town?.id ?? null,
    caller: isHeard && caller.phone !== '' ? caller : null,
    conditions: isDirect ? conditions : [],
  }
}

function wrongIn(err: unknown): Wrong | null {
  if (!(err instanceof Refused) || !err.refusal.field) return null
  return { field: err.refusal.field, zh: err.refusal.zh }
}

/** 录入: what is refused is said at its field; what went through leads to the case. */
export function useIntake(me: Me, mail: MailView | null) {
  const form = useIntakeFields(me, mail)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const { busy, send } = useSend()
  const submit = (joinCaseId: string | null = null) => {
    const body = bodyOf(form, joinCaseId)
    // A form that was changed after a refusal is another intention.
    return send(JSON.stringify(body), async (key) => {
      setWrong(null)
      try {
        const { caseId, number } = await call(SubmitIntake, { params: {}, body: { key, ...body } })
        toast(joinCaseId ? `已并入 ${number}` : `已录入，编号 ${number}`, 'ok')
        form.clear()
        // A letter is done with; the form of calls waits for the next one.
        if (mail) goInstead('/staff/cases/detail', { id: caseId })
        else go('/staff/cases/detail', { id: caseId })
      } catch (err) {
        setWrong(wrongIn(err))
        throw err
      }
    })
  }
  const wrongOf = (field: string) => (wrong?.field.startsWith(field) ? wrong.zh : '')
  return { ...form, busy: busy !== null, submit, wrong, wrongOf }
}
export type Intake = ReturnType<typeof useIntake>
