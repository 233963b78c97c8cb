import type { OrderView } from '@shared/volunteering/orders/contract'
import type { OrderMove } from '@shared/volunteering/orders/moves'
import { useState } from 'react'
import { useUploads } from '../../files/use-uploads'
import { momentAt } from './look'
import { EMPTY_SMALL, smallOf } from './small-fields'
import type { MoveFields } from './use-order'

/** What is filled in for one step, and which of its needs are met. */
export function useMoveDraft(order: OrderView, move: OrderMove) {
  const [note, setNote] = useState('')
  const [teamId, setTeam] = useState<string | null>(move === 'claim' ? (order.led[0]?.id ?? null) : null)
  const [masterId, setMaster] = useState<string | null>(null)
  const [when, setWhen] = useState({ day: '', clock: '' })
  const [stars, setStars] = useState<number | null>(null)
  const [small, setSmall] = useState(EMPTY_SMALL)
  const [activityId, setActivity] = useState<string | null>(null)
  const [isNew, setNew] = useState(false)
  const photos = useUploads(9)
  const agreedAt = momentAt(when.day, when.clock) || null
  const made = smallOf(small)
  const met: Record<string, boolean> = {
    ...{ note: note.trim() !== '', teamId: teamId !== null, masterId: masterId !== null, agreedAt: agreedAt !== null },
    ...{
      photos: photos.ids.length > 0 && photos.isReady,
      stars: stars !== null,
      activity: isNew ? made !== null : activityId !== null,
    },
  }
  const fields: MoveFields = {
    ...{ note: note.trim(), photos: photos.ids, stars, teamId, masterId, agreedAt },
    ...(move === 'link' ? (isNew ? { small: made } : { activityId }) : {}),
  }
  const set = { setNote, setTeam, setMaster, setWhen, setStars, setSmall, setActivity, setNew }
  return { note, teamId, masterId, when, stars, small, activityId, isNew, photos, met, fields, ...set }
}
export type MoveDraft = ReturnType<typeof useMoveDraft>
