import { type SQL, sql } from 'drizzle-orm'
import type { Answer } from './house'

type Rows = <T>(query: SQL) => Promise<readonly T[]>

const deadlocks = async (rows: Rows) => {
  const [row] = await rows<{ n: number }>(
    sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  )
  return row?.n ?? 0
}

/** Answers by what became of them: `200`, or what was refused. */
export function tally(answers: readonly Answer[]) {
  const counts: Record<string, number> = {}
  for (const { status, refused } of answers) {
    const name = status === 200 ? '200' : `${status} ${String(refused)}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** Runs a crowd and prints what came of it; the numbers are for people, nothing is asserted of the time. */
export async function crowd(name: string, rows: Rows, run: () => Promise<readonly Answer[]>) {
  const [before, from] = [await deadlocks(rows), performance.now()]
  const answers = await run()
  const ms = (performance.now() - from).toFixed(0)
  const met = (await deadlocks(rows)) - before
  process.stdout.write(
    `${name}: ${answers.length} at once in ${ms} ms, ${met} deadlocks, ${JSON.stringify(tally(answers))}\n`,
  )
  return answers
}
