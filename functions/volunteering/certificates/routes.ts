import type { Hono } from 'hono'
import {
  DeleteMyRealName,
  GetCertificatePaper,
  GetCertificatePoster,
  GetMyRealName,
  ListCertificates,
  ListMyCertificates,
  RequestCertificate,
  SetMyRealName,
  TransitionCertificate,
} from '../../../shared/volunteering/certificates/contract'
import {
  CheckHolder,
  GetPublicCertificate,
  ListCertificateKeys,
} from '../../../shared/volunteering/certificates/public-contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { mount } from '../../http/mount'
import { listMyCertificates, readMyCertificate, requestCertificate } from './my-actions'
import { deleteMyRealName, readMyRealName, setMyRealName } from './name-actions'
import { listCertificates, readOffice, transitionCertificate } from './office-actions'
import { drawPoster, printCertificate } from './paper-actions'
import { checkHolder, listCertificateKeys, readPublicCertificate } from './public-actions'

export function certificateRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyRealName, ({ deps, actor }) => readMyRealName(deps, actor))
  on(
    SetMyRealName,
    ({ deps, actor, body, send }) => setMyRealName(deps, actor, body, send),
    ({ deps, actor }) => readMyRealName(deps, actor),
  )
  on(
    DeleteMyRealName,
    ({ deps, actor, send }) => deleteMyRealName(deps, actor, send),
    ({ deps, actor }) => readMyRealName(deps, actor),
  )
  on(ListMyCertificates, ({ deps, actor, body }) => listMyCertificates(deps, actor, body))
  on(
    RequestCertificate,
    ({ deps, actor, body, send }) => requestCertificate(deps, actor, body, send),
    ({ deps, actor, subjectId }) => readMyCertificate(deps, actor, subjectId),
  )
  on(ListCertificates, ({ deps, actor, body }) => listCertificates(deps, actor, body))
  on(
    TransitionCertificate,
    ({ deps, actor, params, body, send }) => transitionCertificate(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readOffice(deps, actor, subjectId),
  )
  const give = mountDownload(app)
  give(GetCertificatePaper, ({ deps, actor, params, origin }) => printCertificate(deps, actor, params.id, origin))
  give(GetCertificatePoster, ({ deps, actor, params, origin }) => drawPoster(deps, actor, params.id, origin))
  on(GetPublicCertificate, ({ deps, params, address }) => readPublicCertificate(deps, params.id, address))
  on(CheckHolder, ({ deps, params, body, address }) => checkHolder(deps, params.id, body, address))
  on(ListCertificateKeys, ({ deps }) => listCertificateKeys(deps))
}
