import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../http/deps'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts of one process as Prometheus reads them; names and labels hold no person, no id and no words. */
export function nodeMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labels = ['verb', 'path', 'status'] as const
  const requests = new Counter({
    name: 'wenming_requests_total',
    help: '请求数，按接口和状态码',
    labelNames: labels,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'wenming_request_seconds',
    help: '请求用时（秒），按接口',
    labelNames: ['verb', 'path'],
    buckets: SECONDS,
    registers: [registry],
  })
  return {
    observe: ({ verb, path, status, ms }) => {
      requests.inc({ verb, path, status })
      seconds.observe({ verb, path }, ms / 1000)
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}
