import { shanghai } from '@shared/kit/time'
import {
  ListRewardPayouts,
  ListRewards,
  MoveReward,
  PayRewards,
  TakeRewardPayout,
} from '@shared/reports/rewards/contract'
import type { OfficeMove, RewardState } from '@shared/reports/rewards/moves'
import { REWARD_MOVES } from '@shared/reports/rewards/moves'
import { ListRewardRules, SetRewardRule } from '@shared/reports/rewards/rules-contract'
import { useState } from 'react'
import { call } from '../../../api/call'
import { download } from '../../../api/download'
import { useLoad } from '../../../api/use-load'
import { useMore } from '../../../api/use-more'
import { useSend, zhOf } from '../../../api/use-send'
import { toast } from '../../../ui/toast'
import type { RuleBody } from './rule-form'

export function useOffice() {
  const [state, setState] = useState<RewardState>('earned')
  const load = useLoad(ListRewards, { params: {}, body: { state } })
  const list = useMore(state, load.data, (cursor) => call(ListRewards, { params: {}, body: { state, cursor } }))
  const book = useLoad(ListRewardRules, { params: {}, body: {} })
  const { busy, send } = useSend()
  const act = (id: string, move: OfficeMove, note: string) =>
    send(`${move} ${id} ${note}`, async (key) => {
      await call(MoveReward, { params: { id }, body: { key, move, note } })
      toast(`已${REWARD_MOVES[move].zh}`, 'ok')
      await Promise.all([load.reload(), book.reload()])
    })
  const pay = (ids: readonly string[], note: string) =>
    send(`pay ${ids.join(' ')} ${note}`, async (key) => {
      const { rows } = await call(PayRewards, { params: {}, body: { key, ids: [...ids], note } })
      toast(`已编入清单 ${rows} 笔，可以下载`, 'ok')
      await load.reload()
    })
  return { load, ...list, moreBusy: list.busy, book, state, setState, busy: busy !== null, act, pay }
}
export type OfficeHand = ReturnType<typeof useOffice>

export function usePayouts() {
  const load = useLoad(ListRewardPayouts, { params: {}, body: {} })
  const list = useMore('', load.data, (cursor) => call(ListRewardPayouts, { params: {}, body: { cursor } }))
  const take = async (id: string, at: string) => {
    try {
      await download(TakeRewardPayout, { id }, `奖励发放-${shanghai(new Date(at)).day}.csv`)
      toast('已下载，下载人已登记', 'ok')
      await load.reload()
    } catch (err) {
      toast(zhOf(err), 'danger')
    }
  }
  return { load, ...list, take }
}

export function useRules() {
  const load = useLoad(ListRewardRules, { params: {}, body: {} })
  const { busy, send } = useSend()
  const set = (rule: RuleBody) =>
    send(`rule ${JSON.stringify(rule)}`, async (key) => {
      await call(SetRewardRule, { params: {}, body: { key, ...rule } })
      toast('已定，旧版本留着备查', 'ok')
      await load.reload()
    })
  return { load, busy: busy !== null, set }
}
