import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../kit/tables'
import { button, openDesk, sees } from './desk-world'

/** 县级管理 as its people use it: on a phone. */
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
}, 300_000)
afterAll(() => desk.close())

const box = (page: Page, name: string) => page.getByRole('textbox', { name }).locator('visible=true').last()

async function choose(page: Page, name: string, rows: readonly (readonly string[])[]) {
  const path = join(tmpdir(), `${crypto.randomUUID()}.csv`)
  writeFileSync(path, csvOf(rows))
  const chooser = page.waitForEvent('filechooser')
  await button(page, name).click()
  await (await chooser).setFiles(path)
}

test('a reviewer finds the templates, and one with a word of the case is in use from then on', async () => {
  const { page, errors, context } = await desk.sit(desk.county.cast.reviewer, '/staff/settings/templates')
  await button(page, /^常规派遣/).click()
  await sees(page, '修改模板')
  await box(page, '内容').fill('请尽快到现场，')
  await button(page, '加入时限').click()
  await sees(page, '请尽快到现场，6 月 18 日下午')
  await button(page, '换成这一版').click()
  await sees(page, '已换成新的')
  await sees(page, '请尽快到现场，6 月 18 日下午')
  const { items } = await desk.county.ask(desk.county.cast.reviewer, 'GET', '/api/reply-templates?move=dispatch')
  expect(items).toContainEqual(expect.objectContaining({ name: '常规派遣', text: '请尽快到现场，{时限}' }))
  await button(page, /^常规派遣/).click()
  await button(page, '停用这个模板').click()
  await button(page, /^停用$/).click()
  await sees(page, '已停用')
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('a calendar with a bad cell is told where, the corrected file is written, and the year is there', async () => {
  const { page, errors, context } = await desk.sit(desk.county.cast.admin, '/staff/settings/calendar')
  await page.getByRole('radio', { name: '2027 年' }).click()
  await sees(page, '还没有 2027 年的工作日历')
  const head = ['日期', '类型', '说明']
  await choose(page, '选择文件', [head, ['2027-01-01', '放假', '元旦'], ['2027-02-30', '放假', '']])
  await sees(page, '1 处要改，什么都没有写入')
  await sees(page, /第 3 行 · “日期”/)
  await choose(page, '换一个文件', [head, ['2027-01-01', '放假', '元旦'], ['2027-01-02', '上班', '调休']])
  await sees(page, '2 天都能读，还没有写入')
  await button(page, '替换 2027 年').click()
  await sees(page, '2027 年已导入')
  expect(await desk.county.ask(desk.county.cast.admin, 'GET', '/api/work-calendar?year=2027')).toMatchObject({
    source: '表格导入',
    days: [{ day: '2027-01-01' }, { day: '2027-01-02' }],
  })
  expect(errors).toEqual([])
  await context.close()
}, 60_000)

test('an invite is accepted by another person, who then stands at the desk, and the journal says so', async () => {
  const { county, sit } = desk
  const asked = { key: county.key(), name: '赵审', role: 'reviewer', days: 7 }
  const { token } = await county.ask(county.cast.admin, 'POST', '/api/invites', asked)
  const guest = await sit(county.cast.zhou, `/pages/people/invite?token=${token}`)
  await button(guest.page, '接受邀请').click()
  await button(guest.page, /^回复模板/).waitFor()
  expect(guest.errors).toEqual([])
  await guest.context.close()
  const { page, context } = await sit(county.cast.admin, '/staff/settings/changes')
  await sees(page, '赵审接受了邀请')
  await context.close()
}, 60_000)

test('an administrator of one grid is offered only what that grid’s administrator may set', async () => {
  const one = await desk.county.person('网格管理员', [['admin', { gridId: 'WG01' }]])
  const { page, open, context } = await desk.sit(one, '/staff/settings/index')
  await sees(page, '责任链')
  expect(await page.getByText('接口密钥').count()).toBe(0)
  await open('/staff/settings/keys')
  await sees(page, '这里是全县管理员使用的')
  await context.close()
}, 60_000)
