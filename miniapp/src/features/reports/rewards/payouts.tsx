import { momentZh } from '@shared/kit/time'
import { yuanZh } from '@shared/reports/rewards/words'
import { now } from '../../../api/clock'
import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { Loaded } from '../../../ui/loaded'
import { MoreButton } from '../../../ui/more-button'
import { Section } from '../../../ui/section'
import { usePayouts } from './use-office'

export function Payouts() {
  const { load, items, hasMore, busy, more, take } = usePayouts()
  return (
    <Loaded load={load}>
      {() =>
        items.length === 0 ? null : (
          <Section title="发放清单" more="每次下载都登记">
            <Card flush>
              {items.map(({ id, rows, fen, note, byZh, at, taken }) => (
                <Entry
                  key={id}
                  icon="download"
                  title={`${note} · ${rows} 笔 ${yuanZh(fen)}`}
                  zh={`${byZh} ${momentZh(new Date(at), now())} · 下载 ${taken} 次`}
                  onTap={() => void take(id, at)}
                />
              ))}
            </Card>
            {hasMore && <MoreButton busy={busy} onTap={() => void more()} />}
          </Section>
        )
      }
    </Loaded>
  )
}
