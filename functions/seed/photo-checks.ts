import { CATEGORY_SEED } from '../../schema/seed/categories'
import { storyOf } from '../../schema/seed/demo/stories'
import { addMinutes } from '../../shared/kit/time'
import { checkCasePhotos, listCasePhotos } from '../cases/photo-actions'
import type { Deps, Send } from '../http/deps'
import { caseIdOf } from './asks'
import type { Step } from './steps'
import type { Told } from './told'

/** Filed so lately that nobody has looked at the photos yet. */
const FRESH_MINUTES = 45
/** A story whose first photo shows a face or a plate: masked, with this box. */
const MASKED: Readonly<Record<string, { x: number; y: number; w: number; h: number }>> = {
  'lin-bins': { x: 0.08, y: 0.52, w: 0.2, h: 0.22 },
}

/** The office lets the photos of a public case out, once its last photo has come. */
export function photoSteps({ line, past, cast }: Told): Step[] {
  const filed = line.beats.find(([name]) => name === 'file')
  const last = line.beats.findLast(([name]) => ['file', 'handle', 'close', 'redo'].includes(name))
  const isPrivate = CATEGORY_SEED[storyOf(line.story).code]?.isPrivate === true
  if (!filed || !last || isPrivate || last[1] < FRESH_MINUTES) return []
  const by = cast('he')
  const id = caseIdOf(line.key)
  const run = async (deps: Deps, send: Send) => {
    const { items } = await listCasePhotos(deps, by, id)
    const box = MASKED[line.key]
    const first = box && items[0]
    const photos = items.flatMap((one) => (one === first ? [] : [one.id]))
    if (first) await checkCasePhotos(deps, by, id, { photos: [first.id], state: 'masked', boxes: [box] }, null)
    if (photos.length > 0) await checkCasePhotos(deps, by, id, { photos, state: 'shown', boxes: [] }, send)
  }
  return [{ name: `${line.key}/photos`, at: addMinutes(past.workAgo(last[1]), 4), by, shots: [], run }]
}
