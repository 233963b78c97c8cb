import type { MyCaseView } from '@shared/cases/contract'
import { momentZh } from '@shared/kit/time'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Card } from '../../ui/card'
import { Txt } from '../../ui/txt'
import { useCategories } from '../cases/use-categories'

/** What happens next, with the times the county promises for this very case. */
export function NextSteps({ made }: { made: MyCaseView }) {
  const limitZh = useCategories()?.find(({ zh }) => zh === made.categoryZh)?.limitZh
  const { state, stageDueAt } = made
  const accept = state === 'submitted' && stageDueAt ? `${momentZh(new Date(stageDueAt), now())} 前受理` : '审核员受理'
  const steps = [
    { title: accept, zh: `审核员核对后派给${made.gridZh ? ` ${made.gridZh}` : '责任单位'}` },
    { title: limitZh ? `派单后 ${limitZh}内处置` : '责任单位处置', zh: `${made.categoryZh}的承诺时限，有隐患的更快` },
    { title: '处置后由巡访员核查', zh: '您可以对照前后照片评价' },
  ]
  return (
    <Card title="接下来" aside="承诺时限按工作时间计算">
      <Box as="list">
        {steps.map(({ title, zh }, i) => (
          <Box key={title} as="item" className={`next-step${i === 0 ? ' is-now' : ''}`}>
            <Txt strong block>
              {title}
            </Txt>
            <Txt size="caption" tone="second" block>
              {zh}
            </Txt>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
