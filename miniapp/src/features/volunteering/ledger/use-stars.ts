import { GetServiceFigures } from '@shared/volunteering/ledger/report-contract'
import { ApplyForStar, GetMyStars, ListPublicStars, ObjectToStar } from '@shared/volunteering/ledger/stars-contract'
import { GetCallBackFigures } from '@shared/volunteering/spot-checks/contract'
import { call } from '../../../api/call'
import { useLoad } from '../../../api/use-load'
import { usePages } from '../../../api/use-pages'
import { useSend } from '../../../api/use-send'
import { toast } from '../../../ui/toast'
import { useMe } from '../../people/use-me'

export function useStars() {
  const me = useMe()
  const mine = useLoad(GetMyStars, me.data ? { params: {}, body: {} } : null)
  const figures = useLoad(GetServiceFigures, { params: {}, body: {} })
  const asked = useLoad(GetCallBackFigures, { params: {}, body: {} })
  const shown = usePages(ListPublicStars, { params: {}, body: {} })
  const { busy, send } = useSend()
  const apply = (stars: number) =>
    send(`star ${stars}`, async (key) => {
      await call(ApplyForStar, { params: {}, body: { key, stars } })
      toast('已申报，公示 5 个工作日', 'ok')
      await Promise.all([mine.reload(), shown.load.reload()])
    })
  const object = (id: string, words: string) =>
    send(`object ${id} ${words}`, async (key) => {
      await call(ObjectToStar, { params: { id }, body: { key, words } })
      toast('已收到，核实后再认定', 'ok')
    })
  return { mine, figures, asked, shown, busy: busy !== null, isIn: Boolean(me.data), apply, object }
}
export type StarsHand = ReturnType<typeof useStars>
