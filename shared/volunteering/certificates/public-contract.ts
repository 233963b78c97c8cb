import * as z from 'zod'
import { endpoint } from '../../kit/endpoint'
import { idParams, moment, nothing, someWords } from '../../kit/fields'
import { STANDINGS } from './life'
import { Snapshot } from './snapshot'

/** What anybody reads who holds the link; nothing of it leads to another certificate but the one that stands for it. */
export const PublicCertificate = z.object({
  standing: z.enum(STANDINGS),
  reason: z.string(),
  closedAt: moment.nullable(),
  facts: Snapshot,
  /** The signed text, its hash and signature: whoever has the public key verifies them without us. */
  proof: z.object({
    alg: z.literal('Ed25519'),
    keyId: z.string(),
    publicKey: z.string(),
    snapshot: z.string(),
    sha256: z.string(),
    signature: z.string(),
  }),
  isSigned: z.boolean(),
  mayCheck: z.boolean(),
})
export type PublicCertificate = z.output<typeof PublicCertificate>

export const GetPublicCertificate = endpoint({
  verb: 'GET',
  path: '/api/public/certificates/:id',
  who: 'anyone',
  zh: '按证明上的链接查验：所载事实、现在的状态和签名；没有列表，按地址限次',
  params: idParams,
  body: nothing,
  reply: PublicCertificate,
})

export const CheckHolder = endpoint({
  verb: 'POST',
  path: '/api/public/certificates/:id/checks',
  who: 'anyone',
  zh: '核对持有人：输入姓名和证件号码后四位，只回答一致或不一致；每分钟 5 次',
  params: idParams,
  body: z.strictObject({ name: someWords('姓名', 40), tail: someWords('证件号码后四位', 4) }),
  reply: z.object({ matches: z.boolean() }),
})

export const ListCertificateKeys = endpoint({
  verb: 'GET',
  path: '/api/public/certificate-keys',
  who: 'anyone',
  zh: '验签公钥（JWK）：现在的和用过的，离线也能验。签名对象是快照文本 UTF-8 的 SHA-256 摘要',
  params: nothing,
  body: nothing,
  reply: z.object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        alg: z.literal('Ed25519'),
        use: z.literal('sig'),
        kid: z.string(),
        x: z.string(),
      }),
    ),
  }),
})
