import type { Context, Hono } from 'hono'
import type { Env } from './deps'

/** A built file of the site, or null. */
export type Files = (path: string) => { bytes: Uint8Array<ArrayBuffer>; type: string; isNamedByContent: boolean } | null

const YEAR_S = 31_536_000
/** Pages run only what came with them and talk only to this house, and to its bucket where phones may; inline styles are the frameworks'. */
const cspOf = (bucket: string) =>
  [
    "default-src 'self'",
    `img-src 'self' data: blob:${bucket}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "script-src 'self'",
    `connect-src 'self'${bucket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const DOCS_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接口文档</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`
const DOCS_START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', validatorUrl: null, deepLinking: true })`

function html(c: Context<Env>, body: string | Uint8Array<ArrayBuffer>) {
  const { direct } = c.var.deps
  return c.body(body, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': cspOf(direct ? ` ${direct.origin}` : ''),
    'cache-control': 'no-cache',
  })
}

/** `/docs` out of the installed package. */
export function docsRoutes(app: Hono<Env>, docs: Files) {
  app.get('/docs', (c) => html(c, DOCS_PAGE))
  app.get('/docs/start.js', (c) => c.body(DOCS_START, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/docs/:file', (c) => {
    const found = docs(c.req.param('file'))
    return found ? c.body(found.bytes, 200, { 'content-type': found.type }) : c.notFound()
  })
}

const INDEX = '/index.html'

/** The H5 pages; an address without an ending is a page of the app, which finds its way by itself. */
export function siteRoutes(app: Hono<Env>, site: Files) {
  app.get('*', (c) => {
    const { path } = c.req
    if (path.startsWith('/api/')) return c.notFound()
    if (path === INDEX || !/\.\w+$/.test(path)) return page(c, site)
    return asset(c, site)
  })
}

function page(c: Context<Env>, site: Files) {
  const index = site(INDEX)
  return index ? html(c, index.bytes) : c.notFound()
}

/** A name that carries its content's hash never changes what it means. */
function asset(c: Context<Env>, site: Files) {
  const found = site(c.req.path)
  if (!found) return c.notFound()
  const cache = found.isNamedByContent ? `public, max-age=${YEAR_S}, immutable` : 'no-cache'
  return c.body(found.bytes, 200, { 'content-type': found.type, 'cache-control': cache })
}
