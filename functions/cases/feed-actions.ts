import { type Feed, type FeedEntry, type FeedForm, feedText } from '../../shared/cases/feed'
import { CASE_STATE_CITIZEN_ZH } from '../../shared/cases/words'
import { namedId } from '../../shared/kit/named-id'
import { shanghai, shanghaiMoment } from '../../shared/kit/time'
import { readCounty } from '../grids/actions'
import type { Deps } from '../http/deps'
import { type FeedCase, listFeedCases } from './feed-queries'

import { publicPlace } from './public-place'

const FEED_SIZE = 50

type Ask = {
  readonly form: FeedForm
  readonly gridId: string | undefined
  readonly categoryCode: string | undefined
  /** https://…, where the pages and the feed are. */
  readonly origin: string
}

/** The newest public cases as Atom or RSS, and when the last of them changed. */
export async function readCaseFeed(deps: Deps, { form, gridId, categoryCode, origin }: Ask) {
  const [county, rows] = await Promise.all([
    readCounty(deps),
    listFeedCases(deps.db, { gridId, categoryCode, size: FEED_SIZE }),
  ])
  const entries = rows
    .map((row) => entryOf({ ...row, ...publicPlace(deps, row) }, origin))
    .sort((a, b) => b.updated.getTime() - a.updated.getTime())
  const query = new URLSearchParams({ ...(gridId ? { gridId } : {}), ...(categoryCode ? { categoryCode } : {}) })
  const of = [gridId && rows[0]?.gridZh, categoryCode && rows[0]?.categoryZh].filter(Boolean)
  const feed: Feed = {
    urn: urnOf(`cases?${query}`),
    title: [`${county.name}${county.brand} · 公开案件`, ...of].join(' · '),
    author: county.officeZh,
    self: `${origin}/feeds/cases.${form}${query.size > 0 ? `?${query}` : ''}`,
    link: `${origin}/pages/cases/nearby`,
    updated: entries[0]?.updated ?? new Date(0),
    entries,
  }
  return { text: feedText(form, feed), updated: feed.updated }
}

function entryOf(row: FeedCase, origin: string): FeedEntry {
  const { id, number, title, state, categoryCode, categoryZh, addressZh, gridId, gridZh, unitZh, publicNote } = row
  const said = [CASE_STATE_CITIZEN_ZH[state], addressZh, unitZh, publicNote]
  return {
    urn: urnOf(`case/${id}`),
    title: `${title}（${number}）`,
    summary: said.filter(Boolean).join('；'),
    link: `${origin}/pages/cases/public?id=${encodeURIComponent(id)}`,
    // The day only: the minute somebody sent a photo says where they were.
    published: shanghaiMoment(shanghai(row.submittedAt).day),
    updated: row.changedAt ?? shanghaiMoment(shanghai(row.submittedAt).day),
    categories: [
      { scheme: `${origin}/api/categories`, term: categoryCode, label: categoryZh },
      ...(gridId && gridZh ? [{ scheme: `${origin}/api/grids`, term: gridId, label: gridZh }] : []),
    ],
  }
}

/** A UUID of version 8 made of the name, the same on every server and whatever the house's address is. */
const urnOf = (name: string) => `urn:uuid:${namedId(`wenming/${name}`, '8', 'a')}`
