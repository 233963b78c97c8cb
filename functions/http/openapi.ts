import * as z from 'zod'
import type { AnyEndpoint } from '../../shared/kit/endpoint'
import { REFUSALS } from '../../shared/kit/refusal'

type Json = Readonly<Record<string, unknown>>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json as Json
}

const REFUSAL_SCHEMA = {
  type: 'object',
  required: ['refused', 'zh'],
  properties: {
    refused: { type: 'string', enum: Object.keys(REFUSALS), description: '机器码' },
    zh: { type: 'string', description: '给人看的一句话' },
    field: { type: 'string', description: '有问题的字段' },
  },
}

type Properties = { properties?: Record<string, Json>; required?: string[] }

const parametersOf = (schema: z.ZodType, where: 'path' | 'query') => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as Properties
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }))
}

const BINARY = { type: 'string', format: 'binary' }

function bodyOf({ takes, body }: AnyEndpoint) {
  if (takes === 'mail') return { required: true, content: { 'message/rfc822': { schema: BINARY } } }
  const json = schemaOf(body, 'input') as Properties & Json
  if (takes !== 'multipart') return { required: true, content: { 'application/json': { schema: json } } }
  const form = {
    ...json,
    properties: { ...json.properties, file: BINARY },
    required: [...(json.required ?? []), 'file'],
  }
  return { required: true, content: { 'multipart/form-data': { schema: form } } }
}

const BYTES = { image: 'image/*', file: 'application/octet-stream', text: 'text/plain' } as const

const replyOf = ({ gives, reply }: AnyEndpoint) =>
  gives
    ? { [BYTES[gives]]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(reply, 'output') } }

function operationOf(name: string, e: AnyEndpoint): Json {
  const column = e.path.split('/')[2] ?? ''
  return {
    operationId: name,
    summary: e.zh,
    tags: [column],
    parameters: [...parametersOf(e.params, 'path'), ...(e.verb === 'GET' ? parametersOf(e.body, 'query') : [])],
    ...(e.verb === 'POST' ? { requestBody: bodyOf(e) } : {}),
    security: e.who === 'anyone' ? [] : [{ session: [] }],
    ...(Array.isArray(e.who) ? { 'x-roles': e.who } : {}),
    responses: {
      200: { description: '成功', content: replyOf(e) },
      default: {
        description: '未成功',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

/** OpenAPI 3.1 of the whole registry; the operation's id is the endpoint's name. */
export function openapiOf(endpoints: Readonly<Record<string, AnyEndpoint>>, title: string) {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, e] of Object.entries(endpoints)) {
    const path = e.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [e.verb.toLowerCase()]: operationOf(name, e) }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', description: '时间为 UTC（ISO 8601），坐标为 WGS-84，金额为分，时长为分钟。' },
    paths,
    components: {
      schemas: { Refusal: REFUSAL_SCHEMA },
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: '登录后得到的会话' } },
    },
  }
}
