import { type CategoryHistory, GetCategoryHistory, type RuleVersion } from '@shared/cases/category-contract'
import { shanghai } from '@shared/kit/time'
import { useLoad } from '../../../api/use-load'
import { Box } from '../../../ui/box'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Tag } from '../../../ui/tag'
import { Txt } from '../../../ui/txt'
import { CategoryForm } from './category-form'

/** The versions of a class, the newest first, and the form of the next one. */
export function CategoryEditor({ code }: { code: string }) {
  const load = useLoad(GetCategoryHistory, { params: { id: code }, body: {} })
  return (
    <Loaded load={load}>
      {(history) => (
        <>
          <Versions history={history} />
          {history.versions.slice(-1).map((last) => (
            <CategoryForm
              key={history.versions.length}
              code={history.code}
              last={last}
              onDone={() => void load.reload()}
            />
          ))}
        </>
      )}
    </Loaded>
  )
}

function Versions({ history: { groupZh, versions, now } }: { history: CategoryHistory }) {
  const rows = versions.map((version, i) => ({ version, i })).reverse()
  return (
    <Card title="版本" aside={groupZh} flush>
      {rows.map(({ version, i }) => (
        <Box key={i} className="setting-row">
          <Box className="between gap-2 wrap">
            <Txt strong>{version.zh}</Txt>
            <Tag tone={i === now ? 'ok' : 'plain'} zh={i === now ? '现行' : i > now ? '将要生效' : '过去'} />
          </Box>
          <Txt size="caption" tone="second" block>
            {summary(version)}
          </Txt>
        </Box>
      ))}
    </Card>
  )
}

const summary = ({ startsAt, limitZh, hazardLimitZh, isPrivate, isFuzzed, departmentZh }: RuleVersion) =>
  [
    startsAt === null ? '最初' : `${shanghai(new Date(startsAt)).day} 起`,
    limitZh,
    hazardLimitZh && `应急 ${hazardLimitZh}`,
    departmentZh,
    isPrivate ? '不公开' : '可以公开',
    isFuzzed && '位置模糊',
  ]
    .filter(Boolean)
    .join(' · ')
