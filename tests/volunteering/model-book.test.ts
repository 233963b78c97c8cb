import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tick } from '../../functions/jobs/tick'
import { noBook } from './book-invariants'
import { openBook, stage } from './book-stage'
import { measured, STEPS } from './book-steps'
import { certified, MORE_STEPS } from './book-steps-more'
import { grounds, printReached, RUN, storyOf } from './model-kit'

/**
 * People serve, are corrected and back-filled, exchange points and ask for certificates; teams close and activities are archived,
 * years go by. The model remembers rows, papers and exchanges, and looks for all of them after every step.
 */
describe.each(await grounds(3, 4))('on %s', async (name, given, numRuns) => {
  const world = await openBook(given)
  let papers = 0
  test('whatever is written, taken back, exchanged and certified, the book stays one book', async () => {
    await fc.assert(
      fc.asyncProperty(storyOf([...STEPS, ...MORE_STEPS]), async (steps) => {
        const house = await stage(world)
        const model = noBook()
        for (const p of [0, 1, 2]) await measured(house, p, 0, 120)
        await tick(world.deps)
        await fc.asyncModelRun(() => ({ model, real: house }), steps)
        await certified(house, model)
        papers += model.papers.length
      }),
      { ...RUN, numRuns },
    )
    printReached(name)
    // The runs came as far as certificates, or they would prove little.
    expect(papers).toBeGreaterThan(0)
  }, 240_000)
})
