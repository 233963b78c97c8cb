import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkInvariants } from './invariants'
import { grounds, printReached, RUN, storyOf } from './model-kit'
import { grantedNow, stage } from './sign-up-stage'
import { STEPS, settled } from './sign-up-steps'
import { MORE_STEPS } from './sign-up-steps-more'
import { openWorld } from './world'

/**
 * Anybody does anything in any order, and time passes as it likes. What the house must hold is written as queries over its tables,
 * not as a copy of its rules; the model knows only what nobody may take back.
 */
describe.each(await grounds(5, 5))('on %s', async (name, given, numRuns) => {
  const world = await openWorld(given)
  let granted = 0
  test('whatever people do in whatever order, the invariants of volunteering hold after every step', async () => {
    await fc.assert(
      fc.asyncProperty(storyOf([...STEPS, ...MORE_STEPS]), async (steps) => {
        const house = await stage(world)
        await fc.asyncModelRun(() => ({ model: { granted: new Map() }, real: house }), steps)
        await settled(house)
        await checkInvariants(world.rows, house.shifts, world.now())
        granted += (await grantedNow(house)).size
      }),
      { ...RUN, numRuns },
    )
    // The runs came as far as hours on the ledger, or they would prove little.
    expect(granted).toBeGreaterThan(0)
    printReached(name)
  }, 240_000)
})
