import { GetPoint } from '@shared/points/contract'
import { GetShareTarget } from '@shared/volunteering/share-contract'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { call } from '../../api/call'
import { Refused } from '../../api/refused'
import { go } from '../../ui/nav'
import { toast } from '../../ui/toast'
import { startReportAt } from '../reports/start'

/** Codes this start of the app has followed: coming back to the first page does not lead away again. */
const followed = new Set<string>()

/** A mini-program code or link opens the first page with its scene, and leads on from there. */
export function useScene() {
  const { params } = useRouter()
  const code = decodeURIComponent(params.scene ?? '')
  useEffect(() => {
    if (code === '' || followed.has(code)) return
    followed.add(code)
    void follow(code).catch((err: unknown) => {
      if (!(err instanceof Refused)) followed.delete(code)
      toast(err instanceof Error ? err.message : '没有打开，请再扫一次', 'danger')
    })
  }, [code])
}

async function follow(code: string) {
  const { kind, subjectId, path } = await call(GetShareTarget, { params: { id: code }, body: {} })
  if (kind !== 'point') return go(path)
  const point = await call(GetPoint, { params: { id: subjectId }, body: {} })
  startReportAt(point)
}
