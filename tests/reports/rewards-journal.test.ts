import { expect, test } from 'vitest'
import { openRewards, RULE } from './rewards-world'

const { ask, cast, setRule } = await openRewards()

test('a new version of a reward rule stands in the journal with what it was and what it is', async () => {
  const { lineId } = await setRule()
  expect(await setRule({ lineId, firstFen: 2000, startsOn: '2026-07-01' })).toMatchObject({ status: 200 })
  const { items } = await ask(cast.admin, 'GET', '/api/setting-changes')
  const journal = items as { kindZh: string; zh: string; lines: { name: string; was: string; is: string }[] }[]
  const changed = journal.find(({ zh }) => zh.startsWith('修改奖励办法'))
  expect(changed?.kindZh).toBe('奖励办法')
  expect(changed?.lines.find(({ name }) => name === '首报')).toMatchObject({
    was: `10 元，${RULE.firstPoints} 分`,
    is: `20 元，${RULE.firstPoints} 分`,
  })
  expect(journal.some(({ zh }) => zh.startsWith('新增奖励办法'))).toBe(true)
})
