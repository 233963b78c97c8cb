import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { built } from '../../functions/outside/built'
import { people } from '../../schema/people'
import { type House, openHouse } from '../kit/house'
import { handOf, textOf } from '../kit/weapp-hand'
import { openWeapp } from '../kit/weapp-host'

let folder: string
let house: House
beforeAll(async () => {
  folder = await built('weapp')
  house = await openHouse()
}, 300_000)

const fetch = (request: Request) => house.app.fetch(request)

test('the templates of the package carry roles and labels to a screen reader', () => {
  const template = readFileSync(`${folder}/base.wxml`, 'utf8')
  for (const tag of ['view', 'text', 'image']) {
    expect(template).toMatch(
      new RegExp(`<${tag} [^>]*aria-role="\\{\\{[^>]*aria-label="\\{\\{[^>]*aria-hidden="\\{\\{`),
    )
  }
  // On every view it makes some phones draw a frame at each tap.
  expect(template).not.toContain('tabindex')
})

test('whatever can be pressed says what it is and what it is called', async () => {
  const weapp = await openWeapp({ folder, fetch })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.sees('微信用户')
  const pressable = hand.all().filter((node) => 'bindtap' in node.attr && node.attr.ariaRole)
  expect(pressable.length).toBeGreaterThan(4)
  for (const node of pressable) expect(String(node.attr.ariaLabel ?? '') + textOf(node)).not.toBe('')
})

test('a first visit signs in silently and shows who one is', async () => {
  const weapp = await openWeapp({ folder, fetch, answers: { code: 'new-citizen' } })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.onPage('pages/people/me')
  await hand.sees('微信用户')
  expect(weapp.log.filter(({ name }) => name === 'login')).toHaveLength(1)
  expect(weapp.errors).toEqual([])
})

test('关怀模式 is switched once and holds on every page', async () => {
  const weapp = await openWeapp({ folder, fetch })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.tap(/^关怀模式$/)
  await hand.tap('首页')
  await hand.sees('打电话反映')
  expect(hand.all().some((node) => / elder/.test(String(node.attr.class)))).toBe(true)
  expect(weapp.storage.get('elder')).toBe(true)
})

test('somebody whose phone has large text is offered the large version, once', async () => {
  const weapp = await openWeapp({ folder, fetch, answers: { fontSizeScaleFactor: 1.4 } })
  const hand = handOf(weapp)
  await hand.sees('换成大字版吗')
  await hand.tap('保持现在这样')
  expect(weapp.storage.get('elder')).toBe(false)
  expect(weapp.storage.get('elder-offered')).toBe(true)
})

test('a demo identity is chosen from the list', async () => {
  await house.db.insert(people).values({ id: 'demo-1', name: '何敏', demoZh: '值班审核员', createdAt: house.now() })
  const weapp = await openWeapp({ folder, fetch })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.tap('切换演示身份')
  await hand.tap('何敏')
  await hand.onPage('pages/people/me')
  await hand.sees('何敏')
})

test('without a network the page says so and keeps its retry', async () => {
  const weapp = await openWeapp({ folder, fetch, answers: { online: false } })
  const hand = handOf(weapp)
  await hand.tap('我的')
  await hand.sees('网络不通')
  await hand.sees('重试')
})
