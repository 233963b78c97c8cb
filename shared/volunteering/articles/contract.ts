import * as z from 'zod'
import { CONTENT_STATES } from '../../files/content'
import { PhotoView } from '../../files/contract'
import { endpoint } from '../../kit/endpoint'
import { fileIds, idParams, key, moment, nothing, someWords, words } from '../../kit/fields'
import { ARTICLE_DECISIONS, ARTICLE_STATES } from './articles'

const Attachment = z.strictObject({
  name: someWords('附件名称', 60),
  url: z
    .string('请填写附件网址')
    .max(500, '附件网址最多 500 个字')
    .regex(/^https:\/\/[^\s/]+(\/\S*)?$/, '附件网址以 https:// 开头'),
})

const Article = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  photos: z.array(PhotoView),
  attachments: z.array(z.object({ name: z.string(), url: z.string() })),
  at: moment,
})
export type ArticleView = z.output<typeof Article>

/** As its writer and the reviewers see it. */
const ArticleOnDesk = Article.extend({
  state: z.enum(ARTICLE_STATES),
  byName: z.string(),
  note: z.string(),
  checks: z.array(z.enum(CONTENT_STATES)),
  mayDecide: z.boolean(),
})
export type ArticleOnDesk = z.output<typeof ArticleOnDesk>

const ArticleReply = z.object({
  activityId: z.string(),
  activityTitle: z.string(),
  /** What everybody reads: the last one published. */
  shown: Article.nullable(),
  /** The last one written, for who may write or review; null for everybody else. */
  latest: ArticleOnDesk.nullable(),
  mayWrite: z.object({ may: z.boolean(), zh: z.string() }),
})
export type ActivityArticle = z.output<typeof ArticleReply>

export const GetActivityArticle = endpoint({
  verb: 'GET',
  path: '/api/activities/:id/article',
  who: 'anyone',
  zh: '活动结束后的图文、照片和附件；审核发布后人人可看，待审的只给写的人一方和审核员',
  params: idParams,
  body: nothing,
  reply: ArticleReply,
})

export const WriteActivityArticle = endpoint({
  verb: 'POST',
  path: '/api/activities/:id/articles',
  who: 'signed_in',
  zh: '活动结束后写图文，最多 9 张照片；领队、本队队长和办公室，另一人审核后才公开',
  params: idParams,
  body: z.strictObject({
    key,
    title: someWords('标题', 60),
    text: someWords('正文', 5000),
    photos: fileIds(9).default([]),
    attachments: z.array(Attachment).max(5, '附件最多 5 个').default([]),
  }),
  reply: ArticleReply,
})

export const DecideActivityArticle = endpoint({
  verb: 'POST',
  path: '/api/activity-articles/:id/decisions',
  who: ['admin', 'reviewer'],
  zh: '审核活动图文：发布，或写明原因退回；不能审自己写的，照片检测完才能发布',
  params: idParams,
  body: z.strictObject({
    key,
    decision: z.enum(ARTICLE_DECISIONS, '请选择发布或退回'),
    note: words('原因', 500).default(''),
  }),
  reply: ArticleReply,
})

export const ListArticlesInReview = endpoint({
  verb: 'GET',
  path: '/api/activity-articles',
  who: ['admin', 'reviewer'],
  zh: '等待审核的活动图文，先写的在前',
  params: nothing,
  body: nothing,
  reply: z.object({
    items: z.array(
      z.object({
        activityId: z.string(),
        activityTitle: z.string(),
        title: z.string(),
        byName: z.string(),
        at: moment,
      }),
    ),
  }),
})
