import { tag, type Xml, xmlDocument } from '../kit/xml'

/** One public case as a feed reader sees it. */
export type FeedEntry = {
  /** Stays the same for the life of the case: a reader knows it again by it. */
  readonly urn: string
  readonly title: string
  readonly summary: string
  readonly link: string
  readonly published: Date
  readonly updated: Date
  readonly categories: readonly { readonly scheme: string; readonly term: string; readonly label: string }[]
}

export type Feed = {
  readonly urn: string
  readonly title: string
  readonly author: string
  readonly self: string
  readonly link: string
  readonly updated: Date
  readonly entries: readonly FeedEntry[]
}

export const FEED_FORMS = ['atom', 'rss'] as const
export type FeedForm = (typeof FEED_FORMS)[number]

export const FEED_TYPES: Record<FeedForm, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
}

/** RFC 4287. */
const atom = ({ urn, title, author, self, link, updated, entries }: Feed) =>
  tag(
    'feed',
    [
      tag('id', urn),
      tag('title', title),
      tag('updated', updated.toISOString()),
      tag('author', [tag('name', author)]),
      tag('link', '', { rel: 'self', href: self, type: 'application/atom+xml' }),
      tag('link', '', { rel: 'alternate', href: link, type: 'text/html' }),
      ...entries.map(atomEntry),
    ],
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
  )

const atomEntry = (entry: FeedEntry): Xml =>
  tag('entry', [
    tag('id', entry.urn),
    tag('title', entry.title),
    tag('published', entry.published.toISOString()),
    tag('updated', entry.updated.toISOString()),
    tag('link', '', { rel: 'alternate', href: entry.link, type: 'text/html' }),
    ...entry.categories.map(({ scheme, term, label }) => tag('category', '', { scheme, term, label })),
    tag('summary', entry.summary, { type: 'text' }),
  ])

/** RSS 2.0; it knows one date only, which is the last change. */
const rss = ({ title, self, link, updated, entries }: Feed) =>
  tag(
    'rss',
    [
      tag('channel', [
        tag('title', title),
        tag('link', link),
        tag('description', title),
        tag('language', 'zh-CN'),
        tag('lastBuildDate', updated.toUTCString()),
        tag('atom:link', '', { rel: 'self', href: self, type: 'application/rss+xml' }),
        ...entries.map(rssItem),
      ]),
    ],
    { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
  )

const rssItem = (entry: FeedEntry): Xml =>
  tag('item', [
    tag('title', entry.title),
    tag('link', entry.link),
    tag('guid', entry.urn, { isPermaLink: 'false' }),
    tag('pubDate', entry.updated.toUTCString()),
    ...entry.categories.map(({ scheme, label }) => tag('category', label, { domain: scheme })),
    // Readers take a description for HTML: escaped once more, its text stays text.
    tag(
      'description',
      entry.summary.replace(/[&<>]/g, (one) => HTML[one] ?? one),
    ),
  ])

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const feedText = (form: FeedForm, feed: Feed) => xmlDocument(form === 'atom' ? atom(feed) : rss(feed))
