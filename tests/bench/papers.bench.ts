import { bench, describe } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { sharpPictures } from '../../functions/outside/sharp-pictures'
import { openCounty } from '../cases/world'

/** How large a paper is and how long it takes, the first time and when the fonts were read before. */
const county = await openCounty({ press, pictures: sharpPictures })
const id = await county.caseAt('closed')
const MB = 1_048_576

async function take(name: string) {
  const [from, before] = [performance.now(), process.memoryUsage().rss]
  const res = await county.app.request(`/api/cases/${id}/${name}`, {
    headers: { authorization: `Bearer ${county.cast.admin.token}` },
  })
  const { length } = new Uint8Array(await res.arrayBuffer())
  const grown = ((process.memoryUsage().rss - before) / MB).toFixed(0)
  process.stdout.write(
    `${name}: ${res.status}, ${(length / 1024).toFixed(0)} KB in ${(performance.now() - from).toFixed(0)} ms; RSS ${grown} MB more\n`,
  )
}

const twice = { iterations: 2, time: 0, warmupIterations: 0, warmupTime: 0 }
describe('papers of a closed case', () => {
  for (const name of ['dispatch-paper', 'closing-paper', 'whole-paper']) bench(name, () => take(name), twice)
})
