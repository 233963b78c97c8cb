/** What a database said, read the same way from PGlite, node-postgres and Neon: drizzle wraps the driver's error as `cause`. */
type Said = { code: string; constraint: string | undefined }

export function saidBy(err: unknown): Said | null {
  for (let at: unknown = err, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const { code, constraint } = at as Error & { code?: unknown; constraint?: unknown }
    if (typeof code === 'string') return { code, constraint: typeof constraint === 'string' ? constraint : undefined }
  }
  return null
}

/** True when a unique, check, exclusion or foreign key constraint of this name refused the write. */
export const brokenConstraint = (err: unknown, name: string) => {
  const said = saidBy(err)
  return said?.code.startsWith('23') === true && said.constraint === name
}

const NETWORK =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|E(HOST|NET)UNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+|ERR_STREAM_\w+)$/
/**
 * Classes and codes of SQLSTATE after which the same send may succeed: connection (08), operator and restart (57P), resources and full disk
 * (53), the server's own disk (58), what it says of a file that could not grow (XX: “unexpected data beyond EOF”, “could not read block”),
 * deadlock and serialization (40), a lock or a statement that took too long, a server that reads only.
 */
const PASSING = /^(08|57P|53|58|XX|40)|^(55P03|57014|25P03|25006)$/
/** What drivers say without a code: pg on its pool, its timer and its dead clients, Neon on its fetch and on a gateway that is away. */
const SAID =
  /fetch failed|timeout exceeded|terminated|read timeout|not queryable|client was closed|aborted due to timeout|HTTP status (429|5\d\d)/i

/** The outcome is unknown or the database is away; the phone may send the same key again. */
export function isAway(err: unknown) {
  const code = saidBy(err)?.code
  if (code === undefined) return err instanceof Error && SAID.test(String(err.cause ?? err))
  return NETWORK.test(code) || PASSING.test(code)
}
