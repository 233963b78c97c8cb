import type { z } from 'zod'
import { addMinutes } from '../../shared/kit/time'
import { type Actor, holdsGrid } from '../../shared/people/roles'
import { CONTACT_READ_MINUTES, KnownContact } from '../../shared/reports/contact'
import type { TellingView } from '../../shared/reports/contract'
import type { HideTelling, ReadContact } from '../../shared/reports/identity-contract'
import type { Deps, Send } from '../http/deps'
import { fail } from '../http/refused'
import { type Sealed, unseal } from '../http/sealing'
import { findContactGrid, findContactRead, recordContactRead, recordHiding } from './contact-queries'
import { readMyTelling } from './telling-actions'

type Read = z.output<typeof ReadContact.reply>

const notFound = () => fail('not_found', '这条反映没有留联系方式')

const open = async ({ secrets }: Deps, reportId: string, sealed: Sealed): Promise<Read> =>
  KnownContact.parse(await unseal(secrets, reportId, sealed))

/** Only reviewers of the case's grid; for everybody else there is nothing here. */
export async function readContact(
  deps: Deps,
  actor: Actor,
  reportId: string,
  { reason }: z.output<typeof ReadContact.body>,
  send: Send,
): Promise<Read> {
  const { gridId } = (await findContactGrid(deps.db, reportId)) ?? notFound()
  if (!holdsGrid(actor, 'reviewer', gridId)) return notFound()
  const at = deps.now()
  const read = { id: deps.newId(), reportId, by: actor.id, reason, at }
  const sealed =
    (await recordContactRead(deps.db, send, read, addMinutes(at, -60))) ??
    fail('too_many', '这一小时看得太多了，请过一会儿再看')
  return open(deps, reportId, sealed)
}

export async function readContactAgain(deps: Deps, { id: by }: Actor, readId: string): Promise<Read> {
  const since = addMinutes(deps.now(), -CONTACT_READ_MINUTES)
  const { reportId, ...sealed } =
    (await findContactRead(deps.db, readId, by, since)) ?? fail('wrong_state', '这次查看已过期，请重新写明理由')
  return open(deps, reportId, sealed)
}

export async function hideTelling(
  deps: Deps,
  actor: Actor,
  caseId: string,
  { hidden }: z.output<typeof HideTelling.body>,
  send: Send,
): Promise<TellingView> {
  const turned = await recordHiding(deps.db, send, { caseId, personId: actor.id, hidden, at: deps.now() })
  return turned ? readMyTelling(deps, actor, caseId) : fail('not_found', '没有找到您在这件事里的反映')
}
