import { shanghai } from '@shared/kit/time'
import type { RewardBook } from '@shared/reports/rewards/rules-contract'
import { amountZh, BUDGET_PERIOD_ZH, yuanZh } from '@shared/reports/rewards/words'
import { useState } from 'react'
import { now } from '../../../api/clock'
import { Box } from '../../../ui/box'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { bodyOf, draftOf, type RuleDraft } from './rule-form'
import { RuleSheet } from './rule-sheet'
import { useRules } from './use-office'

type Rule = RewardBook['items'][number]

/** Every version there ever was, the youngest first; only an admin sets one. */
export function RuleBook({ mayEdit }: { mayEdit: boolean }) {
  const { load, busy, set } = useRules()
  const [draft, setDraft] = useState<RuleDraft | null>(null)
  const today = shanghai(now()).day
  const save = async (given: RuleDraft) => {
    if (await set(bodyOf(given))) setDraft(null)
  }
  return (
    <Loaded load={load}>
      {({ items }) => (
        <Box className="office">
          {mayEdit && (
            <Button kind="outline" icon="plus" onTap={() => setDraft(draftOf(null, today))}>
              新设一条办法
            </Button>
          )}
          {items.length === 0 && <Empty icon="certificate" title="还没有奖励办法" />}
          {items.map((rule) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              today={today}
              {...(mayEdit && isLast(rule, items) ? { onEdit: () => setDraft(draftOf(rule, today)) } : {})}
            />
          ))}
          {draft && (
            <RuleSheet
              draft={draft}
              today={today}
              busy={busy}
              onClose={() => setDraft(null)}
              onSave={(given) => void save(given)}
            />
          )}
        </Box>
      )}
    </Loaded>
  )
}

const isLast = ({ lineId, id }: Rule, items: readonly Rule[]) => items.find((one) => one.lineId === lineId)?.id === id

const standing = ({ isOn, startsOn }: Rule, today: string) =>
  isOn ? ({ zh: '有效', tone: 'ok' } as const) : { zh: startsOn > today ? '未开始' : '旧版本' }

const capsZh = ({ dayMaxFen, monthMaxFen, budgetPeriod, budgetFen }: Rule) =>
  `每人每天 ${yuanZh(dayMaxFen)}，每月 ${yuanZh(monthMaxFen)}；${BUDGET_PERIOD_ZH[budgetPeriod]}预算 ${yuanZh(budgetFen)}`

function RuleCard({ rule, today, onEdit }: { rule: Rule; today: string; onEdit?: () => void }) {
  const { zh, classes, firstFen, followerFen, firstPoints, followerPoints, startsOn, endsOn, note, byZh } = rule
  return (
    <Card title={zh} aside={<Tag {...standing(rule, today)} />} className="rule-card">
      <Txt block num>{`首报 ${amountZh({ fen: firstFen, points: firstPoints })}`}</Txt>
      <Txt block num>{`附议 ${amountZh({ fen: followerFen, points: followerPoints }) || '没有'}`}</Txt>
      {firstFen > 0 && (
        <Txt block num>
          {capsZh(rule)}
        </Txt>
      )}
      <Txt size="caption" tone="second" block num>
        {`${startsOn} 起${endsOn ? `，到 ${endsOn}` : ''} · ${classes.length} 类：${classes.join(' ')}`}
      </Txt>
      <Txt size="caption" tone="second" block>{`${byZh}定，依据：${note}`}</Txt>
      {onEdit && (
        <Box className="rule-edit">
          <Button dense fit kind="soft" label={`给${zh}定新版本`} onTap={onEdit}>
            定新版本
          </Button>
        </Box>
      )}
    </Card>
  )
}
