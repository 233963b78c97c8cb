import * as z from 'zod'
import { endpoint } from '../kit/endpoint'
import { idParams, nothing, pageOf, pageQuery, words } from '../kit/fields'
import { STAFF_ROLES } from '../people/roles'
import { GRID_KINDS, LINE_KINDS, TIERS, UNIT_KINDS } from './words'

const lngLat = z.object({ lng: z.number(), lat: z.number() })
const box = z.object({ minLng: z.number(), minLat: z.number(), maxLng: z.number(), maxLat: z.number() })
const line = z.array(z.tuple([z.number(), z.number()]))
const tier = z.union(TIERS.map((n) => z.literal(n)))

/** The county in its own words; nothing of it is written in code. */
export const CountyView = z.object({
  name: z.string(),
  brand: z.string(),
  /** Numbers of cases begin with it: YC-0627-0086. */
  numberPrefix: z.string(),
  center: lngLat,
  bbox: box,
  hotline: z.string(),
  hotlineZh: z.string(),
  emergencyZh: z.string(),
  officeZh: z.string(),
})
export type CountyView = z.infer<typeof CountyView>

export const MapView = z.object({
  grids: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      community: z.string(),
      center: lngLat,
      /** GeoJSON rings, the first is the outer one. */
      rings: z.array(line),
    }),
  ),
  towns: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(LINE_KINDS),
      name: z.string(),
      class: z.string().nullable(),
      widthM: z.number().nullable(),
      coordinates: line,
    }),
  ),
})
export type MapView = z.infer<typeof MapView>

/** One link of the four-level chain; `names` is empty where the post is vacant, and `whyZh` then says so. */
export const ChainLink = z.object({
  tier,
  zh: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  names: z.array(z.string()),
  segmentZh: z.string().nullable(),
  vacant: z.boolean(),
  whyZh: z.string(),
})
export type ChainLink = z.infer<typeof ChainLink>

export const PlaceView = z.object({
  gridId: z.string(),
  gridName: z.string(),
  community: z.string(),
  /** 新建路附近 · 新建社区 */
  labelZh: z.string(),
  chain: z.array(ChainLink),
})
export type PlaceView = z.infer<typeof PlaceView>

export const GridRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(GRID_KINDS),
  name: z.string(),
  community: z.string().nullable(),
  leadUnitId: z.string().nullable(),
  leadUnit: z.string().nullable(),
  leaders: z.number().int(),
  segments: z.number().int(),
  householders: z.number().int(),
  estates: z.number().int(),
})
export type GridRow = z.infer<typeof GridRow>

export const UnitView = z.object({ id: z.string(), name: z.string(), kind: z.enum(UNIT_KINDS), kindZh: z.string() })
export type UnitView = z.infer<typeof UnitView>

const DutyView = z.object({
  id: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  /** Staff read the whole name; the public reads a leader's, and a householder's masked. */
  personName: z.string().nullable(),
  postZh: z.string(),
  segmentZh: z.string().nullable(),
  anchor: lngLat.nullable(),
})

export const GridView = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(GRID_KINDS),
  kindZh: z.string(),
  name: z.string(),
  community: z.string().nullable(),
  areaKm2: z.number().nullable(),
  center: lngLat.nullable(),
  rings: z.array(line).nullable(),
  tiers: z.array(z.object({ tier, zh: z.string(), vacant: z.boolean(), holders: z.array(DutyView) })),
  estates: z.array(z.object({ id: z.string(), name: z.string(), position: lngLat })),
})
export type GridView = z.infer<typeof GridView>

/** A coordinate in a query string: text, a plain decimal number, no blanks and no exponents. */
const degree = (what: string, max: number) =>
  z
    .string(`请给出${what}`)
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/, `${what}有误`)
    .transform(Number)
    .refine((n) => Math.abs(n) <= max, `${what}有误`)

export const GetCounty = endpoint({
  verb: 'GET',
  path: '/api/county',
  who: 'anyone',
  zh: '本县的名称、品牌、热线和地图范围',
  params: nothing,
  body: nothing,
  reply: CountyView,
})

export const GetMap = endpoint({
  verb: 'GET',
  path: '/api/map',
  who: 'anyone',
  zh: '网格边界、各镇名称、河流和道路，供画图',
  params: nothing,
  body: nothing,
  reply: MapView,
})

export const ResolvePlace = endpoint({
  verb: 'GET',
  path: '/api/places',
  who: 'anyone',
  zh: '一个坐标（WGS-84）属于哪个网格、由哪四级负责、为什么；不在城区网格内时说明最近的网格',
  params: nothing,
  body: z.strictObject({ lng: degree('经度', 180), lat: degree('纬度', 90) }),
  reply: PlaceView,
})

export const ListGrids = endpoint({
  verb: 'GET',
  path: '/api/grids',
  who: STAFF_ROLES,
  zh: '全部网格和镇，含牵头部门和四级人数',
  params: nothing,
  body: z.strictObject({ kind: z.enum(GRID_KINDS, '网格类型有误').optional() }),
  reply: z.object({ items: z.array(GridRow) }),
})

export const GetGrid = endpoint({
  verb: 'GET',
  path: '/api/grids/:id',
  who: 'anyone',
  zh: '一个网格的四级责任；公众看单位和职务，中心户长姓名隐去一部分',
  params: idParams,
  body: nothing,
  reply: GridView,
})

export const ListUnits = endpoint({
  verb: 'GET',
  path: '/api/units',
  who: STAFF_ROLES,
  zh: '责任单位，可按名称、类型、网格查找',
  params: nothing,
  body: z.strictObject({
    q: words('单位名称', 30).optional(),
    kind: z.enum(UNIT_KINDS, '单位类型有误').optional(),
    gridId: z.string().min(1).max(64).optional(),
    ...pageQuery,
  }),
  reply: pageOf(UnitView),
})
