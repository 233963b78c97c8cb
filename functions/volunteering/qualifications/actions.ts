import type { z } from 'zod'
import { filled } from '../../../shared/kit/filled'
import { type Actor, holds } from '../../../shared/people/roles'
import type {
  ChangeQualificationKind,
  CreateQualificationKind,
  QualificationKind,
  QualificationsOf,
  QualificationView,
  RecordQualification,
} from '../../../shared/volunteering/qualifications/contract'
import {
  decideQualification,
  decideQualificationEnd,
  mayReadOf,
  QUALIFICATION_TELLS,
  standingOf,
} from '../../../shared/volunteering/qualifications/qualifications'
import type { Deps, Send } from '../../http/deps'
import { fail, grant } from '../../http/refused'
import { listVolunteersByNumber } from '../sign-up-queries'
import { listLedTeams } from '../teams/team-queries'
import {
  findKind,
  findQualification,
  isKindNamed,
  listKinds,
  listOwnTeams,
  listQualifications,
  recordKind,
  recordKindChange,
  recordQualification,
  recordQualificationEnd,
} from './queries'

type KindRow = NonNullable<Awaited<ReturnType<typeof findKind>>>
const kindView = ({ id, zh, wayZh, isOn, version }: KindRow): QualificationKind => ({ id, zh, wayZh, isOn, version })

export async function readKinds({ db }: Deps, actor: Actor) {
  return { items: (await listKinds(db)).map(kindView), mayChange: holds(actor, 'admin') }
}

export const readKind = async ({ db }: Deps, id: string) =>
  kindView((await findKind(db, id)) ?? fail('not_found', '没有这一种培训或证书'))

type KindFacts = Pick<KindRow, 'zh' | 'wayZh' | 'isOn'>
const factsOf = ({ zh, wayZh, isOn }: KindFacts) => ({ 名称: zh, 取得办法: wayZh, 状态: isOn ? '在用' : '停用' })

export async function createKind(
  deps: Deps,
  actor: Actor,
  body: z.output<typeof CreateQualificationKind.body>,
  send: Send,
) {
  const id = deps.newId()
  const row = { id, zh: body.zh, wayZh: body.wayZh, isOn: true, version: 0 }
  const note = { id: deps.newId(), by: actor.id, at: deps.now(), before: {}, after: factsOf(row) }
  const change = { ...note, kind: 'qualification_kind_changed' as const, subjectId: id, zh: row.zh }
  await recordKind(deps.db, row, change, send).catch((err: unknown) => {
    if (isKindNamed(err)) return fail('conflict', '已经有这个名称，请换一个', 'zh')
    throw err
  })
  return readKind(deps, id)
}

type KindChange = z.output<typeof ChangeQualificationKind.body>

export async function changeKind(
  deps: Deps,
  actor: Actor,
  id: string,
  { wayZh, isOn, version }: KindChange,
  send: Send,
) {
  const was = (await findKind(deps.db, id)) ?? fail('not_found', '没有这一种培训或证书')
  if (version !== was.version) return fail('conflict', '别人刚刚改过，请刷新后再改')
  if (wayZh === was.wayZh && isOn === was.isOn) return fail('invalid', '没有改动')
  const after = factsOf({ ...was, wayZh, isOn })
  const note = { id: deps.newId(), by: actor.id, at: deps.now(), before: factsOf(was), after }
  const change = { ...note, kind: 'qualification_kind_changed' as const, subjectId: id, zh: was.zh }
  const done = await recordKindChange(deps.db, id, { wayZh, isOn, version }, change, send)
  return done ? readKind(deps, id) : fail('conflict', '别人刚刚改过，请刷新后再改')
}

type Row = Awaited<ReturnType<typeof listQualifications>>[number]

function view({ qualification, kindZh }: Row, at: Date): QualificationView {
  const { id, untilOn, note, endNote } = qualification
  return {
    id,
    kindZh,
    untilOn,
    note,
    endNote,
    standing: standingOf(qualification, at),
    at: qualification.at.toISOString(),
  }
}

export async function readMyQualifications({ db, now }: Deps, actor: Actor) {
  return { items: (await listQualifications(db, actor.id)).map((row) => view(row, now())) }
}

/** Whoever may not read of this person is told what a wrong number is told. */
async function whoseOf({ db }: Deps, actor: Actor, number: string) {
  const [person] = await listVolunteersByNumber(db, [number])
  if (!person) return fail('not_found', '没有这个编号的志愿者，请核对', 'number')
  const [led, own] = await Promise.all([listLedTeams(db, actor.id), listOwnTeams(db, person.personId)])
  const whose = { ...person, isLed: own.some((id) => led.includes(id)) }
  return mayReadOf(actor, whose) ? whose : fail('not_found', '没有这个编号的志愿者，请核对', 'number')
}

export async function readQualifications(deps: Deps, actor: Actor, number: string): Promise<QualificationsOf> {
  const { personId, displayName } = await whoseOf(deps, actor, number)
  const items = (await listQualifications(deps.db, personId)).map((row) => view(row, deps.now()))
  return { number, displayName, items }
}

function tellOf(deps: Deps, what: keyof typeof QUALIFICATION_TELLS, kind: string, facts: Record<string, string>) {
  const { title, text } = QUALIFICATION_TELLS[what]
  return { id: deps.newId(), title, text: filled(text, { kind, ...facts }), zh: kind }
}

/** Told what no longer holds: an end undoes a record, nothing undoes an end. */
export async function isStillQualified({ db }: Deps, what: 'qualification' | 'qualification_end', id: string) {
  const found = await findQualification(db, id)
  return found !== undefined && (found.qualification.endedAt !== null) === (what === 'qualification_end')
}

type Ask = z.output<typeof RecordQualification.body>

export async function addQualification(
  deps: Deps,
  actor: Actor,
  number: string,
  { kindId, untilOn, note }: Ask,
  send: Send,
) {
  const whose = await whoseOf(deps, actor, number)
  const kind = (await findKind(deps.db, kindId)) ?? fail('invalid', '没有这一种，请刷新后重选', 'kindId')
  const decision = grant(decideQualification(actor, whose, kind, { untilOn, note }, deps.now()))
  const id = deps.newId()
  const tell = tellOf(deps, 'recorded', kind.zh, { until: untilOn })
  const done = await recordQualification(deps.db, decision, id, tell, send)
  return done ? readQualifications(deps, actor, number) : fail('conflict', '这一种刚刚停用，请选别的', 'kindId')
}

export async function endQualification(deps: Deps, actor: Actor, id: string, note: string, send: Send) {
  const found = (await findQualification(deps.db, id)) ?? fail('not_found', '没有这条登记')
  const { isLed } = await whoseOf(deps, actor, found.number)
  const was = { ...found.qualification, isLed }
  const decision = grant(decideQualificationEnd(actor, was, note, deps.now()))
  const tell = tellOf(deps, 'ended', found.kindZh, { note: note.slice(0, 100) })
  const done = await recordQualificationEnd(deps.db, decision, tell, send)
  return done ? readQualifications(deps, actor, found.number) : fail('conflict', '别人刚刚处理过这一条，请刷新')
}

export async function readEnded(deps: Deps, actor: Actor, id: string) {
  const found = (await findQualification(deps.db, id)) ?? fail('not_found', '没有这条登记')
  return readQualifications(deps, actor, found.number)
}
