import {
  ChangeQualificationKind,
  CreateQualificationKind,
  EndQualification,
  ListQualificationKinds,
  ListQualifications,
  type QualificationKind,
  type QualificationsOf,
  RecordQualification,
} from '@shared/volunteering/qualifications/contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { useRefusable } from '../../../api/use-refusable'
import { toast } from '../../../ui/toast'

export type QualificationDraft = { readonly kindId: string; readonly untilOn: string; readonly note: string }

/** 培训和证书: one volunteer by the number on the card (`first` is looked up at once), and the county's own list of kinds. */
export function useQualificationDesk(first: string) {
  const kinds = useLoad(ListQualificationKinds, { params: {}, body: {} })
  const chosen = useLoad(ListQualifications, first === '' ? null : { params: { number: first }, body: {} })
  const [found, setFound] = useState<QualificationsOf | null>(null)
  const { wrong, busy, act: run } = useRefusable()
  const act = (intention: string, said: string, write: (key: string) => Promise<unknown>) =>
    run(intention, async (key) => {
      await write(key)
      if (said !== '') toast(said, 'ok')
    })
  const find = (number: string) =>
    act(`find ${number}`, '', async () => setFound(await call(ListQualifications, { params: { number }, body: {} })))
  const record = (number: string, draft: QualificationDraft) =>
    act(`record ${number} ${JSON.stringify(draft)}`, '已登记', async (key) =>
      setFound(await call(RecordQualification, { params: { number }, body: { key, ...draft } })),
    )
  const end = (id: string, note: string) =>
    act(`end ${id} ${note}`, '已作废，原记录保留', async (key) =>
      setFound(await call(EndQualification, { params: { id }, body: { key, note } })),
    )
  const create = (zh: string, wayZh: string) =>
    act(`kind ${zh} ${wayZh}`, '已新增', async (key) => {
      await call(CreateQualificationKind, { params: {}, body: { key, zh, wayZh } })
      await kinds.reload()
    })
  const change = ({ id, version }: QualificationKind, wayZh: string, isOn: boolean) =>
    act(`kind ${id} ${wayZh} ${isOn}`, '已改好', async (key) => {
      await call(ChangeQualificationKind, { params: { id }, body: { key, wayZh, isOn, version } })
      await kinds.reload()
    })
  return { kinds, found: found ?? chosen.data ?? null, wrong, busy: busy !== null, find, record, end, create, change }
}
export type QualificationHand = ReturnType<typeof useQualificationDesk>
