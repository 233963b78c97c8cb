import type { Hono } from 'hono'
import {
  DecideActivityArticle,
  GetActivityArticle,
  ListArticlesInReview,
  WriteActivityArticle,
} from '../../../shared/volunteering/articles/contract'
import type { Env } from '../../http/deps'
import { mount } from '../../http/mount'
import { decideArticle, readArticle, readDecided, readInReview, writeArticle } from './actions'

export function articleRoutes(app: Hono<Env>) {
  const on = mount(app)
  on(GetActivityArticle, ({ deps, actor, params }) => readArticle(deps, actor, params.id))
  on(
    WriteActivityArticle,
    ({ deps, actor, params, body, send }) => writeArticle(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readArticle(deps, actor, params.id),
  )
  on(
    DecideActivityArticle,
    ({ deps, actor, params, body, send }) => decideArticle(deps, actor, params.id, body, send),
    ({ deps, actor, params }) => readDecided(deps, actor, params.id),
  )
  on(ListArticlesInReview, ({ deps }) => readInReview(deps))
}
