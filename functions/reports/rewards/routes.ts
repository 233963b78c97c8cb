import type { Hono } from 'hono'
import {
  GetMyRewards,
  ListRewardPayouts,
  ListRewards,
  MoveReward,
  ObjectReward,
  PayRewards,
  SetRewardPayee,
  TakeRewardPayout,
} from '../../../shared/reports/rewards/contract'
import { ListRewardRules, SetRewardRule } from '../../../shared/reports/rewards/rules-contract'
import type { Env } from '../../http/deps'
import { mountDownload } from '../../http/download'
import { mount } from '../../http/mount'
import { objectReward, readMyReward, readMyRewards, readPayee, setPayee } from './my-actions'
import { listPayouts, listRewards, moveReward, payRewards, readPayout, readReward, takePayout } from './office-actions'
import { readRewardBook, readRewardRule, setRewardRule } from './rule-actions'

export function rewardRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetMyRewards, ({ deps, actor, body }) => readMyRewards(deps, actor, body))
  on(
    SetRewardPayee,
    ({ deps, actor, body, send }) => setPayee(deps, actor, body, send),
    ({ deps, actor }) => readPayee(deps, actor.id),
  )
  on(
    ObjectReward,
    ({ deps, actor, params, body, send }) => objectReward(deps, actor, params.id, body.words, send),
    ({ deps, actor, subjectId }) => readMyReward(deps, actor, subjectId),
  )
  on(ListRewards, ({ deps, actor, body }) => listRewards(deps, actor, body))
  on(
    MoveReward,
    ({ deps, actor, params, body, send }) => moveReward(deps, actor, params.id, body, send),
    ({ deps, actor, subjectId }) => readReward(deps, actor, subjectId),
  )
  on(
    PayRewards,
    ({ deps, actor, body, send }) => payRewards(deps, actor, body, send),
    ({ deps, subjectId }) => readPayout(deps, subjectId),
  )
  on(ListRewardPayouts, ({ deps, body }) => listPayouts(deps, body))
  mountDownload(app)(TakeRewardPayout, ({ deps, actor, body }) => takePayout(deps, actor, body.id))
  on(ListRewardRules, ({ deps }) => readRewardBook(deps))
  on(
    SetRewardRule,
    ({ deps, actor, body, send }) => setRewardRule(deps, actor, body, send),
    ({ deps, subjectId }) => readRewardRule(deps, subjectId),
  )
}
