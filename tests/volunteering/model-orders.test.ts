import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grounds, printReached, RUN, storyOf } from './model-kit'
import { stage } from './order-stage'
import { ended, STEPS } from './order-steps'
import { openWorld } from './world'

/** 点单: everybody presses what they see, tries what they do not, activities are published and called off, days go by. */
describe.each(await grounds(4, 4))('on %s', async (name, given, numRuns) => {
  const world = await openWorld(given)
  test('whatever people do in whatever order, every order can be followed step by step, and ends', async () => {
    let orders = 0
    await fc.assert(
      fc.asyncProperty(storyOf(STEPS), async (steps) => {
        const house = await stage(world)
        await fc.asyncModelRun(() => ({ model: { ended: new Map() }, real: house }), steps)
        await ended(house)
        orders += house.orders.length
      }),
      { ...RUN, numRuns },
    )
    printReached(name)
    expect(orders).toBeGreaterThan(0)
  }, 240_000)
})
