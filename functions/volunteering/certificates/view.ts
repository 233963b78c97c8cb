import type { z } from 'zod'
import { maskName } from '../../../shared/kit/mask'
import { shanghai } from '../../../shared/kit/time'
import type { Actor } from '../../../shared/people/roles'
import type { MyCertificate, OfficeCertificate } from '../../../shared/volunteering/certificates/contract'
import { openCertificateMoves, periodOf, standingOf } from '../../../shared/volunteering/certificates/life'
import { type CertificateLine, Snapshot, totalsOf } from '../../../shared/volunteering/certificates/snapshot'
import { ACTIVITY_KIND_ZH } from '../../../shared/volunteering/words'
import type { Deps } from '../../http/deps'
import { type CertificateRow, findLastOffice, listLines } from './queries'

export function myView({ certificate, isCorrected, teamName }: CertificateRow): MyCertificate {
  const { id, number, linkKey, fromDay, toDay, minutes, requestedAt, issuedAt, reason } = certificate
  return {
    ...{ id, number, linkKey, teamName, fromDay, toDay, minutes, reason },
    standing: standingOf(certificate.state, isCorrected),
    requestedAt: requestedAt.toISOString(),
    issuedAt: issuedAt?.toISOString() ?? null,
  }
}

export const snapshotOf = ({ certificate: { snapshot } }: CertificateRow) =>
  snapshot === null ? null : Snapshot.parse(JSON.parse(snapshot))

/** What the ledger has for it at this moment. */
export async function linesNow({ db }: Deps, { certificate }: CertificateRow): Promise<CertificateLine[]> {
  const { personId, teamId, fromDay, toDay } = certificate
  const rows = await listLines(db, { personId, teamId, ...periodOf(fromDay, toDay) })
  return rows.map(({ recordId, activity, kind, placeZh, post, servedFrom, servedTo, evidence, minutes }) => ({
    ...{ recordId, activity, evidence, minutes },
    day: shanghai(servedFrom).day,
    place: placeZh,
    content: `${ACTIVITY_KIND_ZH[kind]} · ${post}`,
    from: shanghai(servedFrom).clock,
    to: shanghai(servedTo).clock,
  }))
}

/** The name is masked whatever happens; a deleted one leaves what the paper had frozen. */
export async function officeView(
  deps: Deps,
  row: CertificateRow & { readonly leads?: boolean },
  actor: Actor,
): Promise<z.input<typeof OfficeCertificate>> {
  const { certificate, real, volunteerNumber, displayName, issuedByZh, supersedesNumber } = row
  const frozen = snapshotOf(row)
  const lines = frozen?.lines ?? (await linesNow(deps, row))
  const office = certificate.state === 'requested' ? await findLastOffice(deps.db, certificate.teamId) : certificate
  const { linkKey: _hidden, ...mine } = myView(row)
  return {
    ...mine,
    ...{ state: certificate.state, version: certificate.version, volunteerNumber, issuedByZh, supersedesNumber },
    nameMasked: frozen?.holder.name ?? real?.nameMasked ?? maskName(displayName),
    idKind: frozen?.holder.idKind ?? real?.idKind ?? null,
    idMasked: frozen?.holder.id ?? real?.idMasked ?? null,
    records: lines.length,
    totals: totalsOf(lines),
    moves: openCertificateMoves(certificate, actor, row.leads ?? true),
    headZh: office?.headZh ?? '',
    contactZh: office?.contactZh ?? '',
  }
}
