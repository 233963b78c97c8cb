import type { CaseView } from '@shared/cases/contract'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Txt } from '../../../ui/txt'

/** 协办: which units help, and which have finished; the case goes on to its check when all have. */
export function HelpersCard({ view: { helpers } }: { view: CaseView }) {
  if (helpers.length === 0) return null
  const left = helpers.filter(({ isDone }) => !isDone).length
  return (
    <Card title="协办单位" aside={left === 0 ? '都已完成' : `还有 ${left} 个没完成`}>
      <Box as="list">
        {helpers.map(({ unitId, zh, isDone }) => (
          <Box key={unitId} as="item" className="between helper-line">
            <Txt>{zh}</Txt>
            <Box className="row gap-1">
              <Icon name={isDone ? 'circle-check' : 'clock'} size={16} />
              <Txt size="caption" tone={isDone ? 'ok' : 'second'}>
                {isDone ? '已完成' : '协办中'}
              </Txt>
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
