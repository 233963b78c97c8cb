import { bench, describe } from 'vitest'
import { press } from '../../functions/outside/press/press'
import { readPdf } from '../kit/pdf-text'
import { openCertificates } from '../volunteering/certificates-world'

/** How large a certificate is and how long it takes, of one record and of two hundred. */
const world = await openCertificates({ press })
const { chen, serve, named, request, move, author } = world
await named(chen, '陈小丽', '61072419900307005X')
const dayAt = (i: number) => new Date(Date.UTC(2025, 9, 1 + i)).toISOString().slice(0, 10)
for (let i = 0; i < 200; i++) await serve(chen, { day: dayAt(i) })

async function issued(toDay: string) {
  const { id } = await request(chen, { fromDay: dayAt(0), toDay })
  const from = performance.now()
  const { status, records } = await move(author, id, 'issue')
  process.stdout.write(`issue of ${records}: ${status}, ${(performance.now() - from).toFixed(0)} ms\n`)
  return String(id)
}
const one = await issued(dayAt(0))
const many = await issued(dayAt(199))

async function take(id: string, what: string, name: string) {
  const from = performance.now()
  const answer = await world.ask(chen, 'GET', `/api/my-certificates/${id}/${what}`)
  const took = (performance.now() - from).toFixed(0)
  const bytes = answer.bytes as Uint8Array
  const { pages } = what === 'paper' ? await readPdf(bytes) : { pages: [] }
  const size = `${(bytes.length / 1024).toFixed(0)} KB, ${pages.length} pages`
  process.stdout.write(`${name}: ${answer.status}, ${size} in ${took} ms\n`)
}

const few = { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 }
describe('a certificate', () => {
  bench('PDF, 1 record', () => take(one, 'paper', 'PDF, 1 record'), few)
  bench('PDF, 200 records', () => take(many, 'paper', 'PDF, 200 records'), few)
  bench('poster', () => take(many, 'poster', 'poster'), few)
})
