import { Card } from '../../../ui/card'
import { Entry } from '../../../ui/entry'
import { useCaseCard } from './use-case-card'

/** For a public case that is done and shows both sides. */
export function CardEntry({ id, number }: { id: string; number: string }) {
  const { busy, take } = useCaseCard(id, number)
  return (
    <Card flush>
      <Entry
        icon="share-2"
        title={busy ? '正在生成分享图' : '生成分享图'}
        zh="整改前后、用时和二维码"
        onTap={() => {
          if (!busy) void take()
        }}
      />
    </Card>
  )
}
