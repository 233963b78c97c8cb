import { GetPoint, type PointView } from '@shared/points/contract'
import { useState } from 'react'
import { call } from '../../api/call'
import { useSend } from '../../api/use-send'

/** The number under a 点位码, as it stands there or inside a link: P03-12. */
const CODE = /P\d{2}-\d{2,3}/i

const pointCodeIn = (text: string) => CODE.exec(text)?.[0].toUpperCase() ?? null

/** Which 点位 a code means. */
export function usePoint(onPoint: (point: PointView) => void) {
  const { busy, send } = useSend()
  const [wrong, setWrong] = useState('')
  const look = (text: string) =>
    send('point', async () => {
      const id = pointCodeIn(text)
      setWrong(id ? '' : '这不是点位码。点位码像 P03-12，印在点位牌的码下面')
      if (id) onPoint(await call(GetPoint, { params: { id }, body: {} }))
    })
  return { busy: busy !== null, wrong, look }
}
