/** One event as a phone's calendar takes it. `uid` stays the same for the same thing, so a second import changes and does not double. */
export type CalendarEvent = {
  readonly uid: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  readonly words: string
}

const LINE_BYTES = 75
const ALARM_MINUTES = 60

/** RFC 5545, moments in UTC: right on every phone, whatever its time zone. */
export const icsOf = (event: CalendarEvent, stamp: Date): string => textOf([...eventLines(event, { stamp }, true)])

export const CALENDAR_STATUSES = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const
export type CalendarStatus = (typeof CALENDAR_STATUSES)[number]

/** An event of a feed that a calendar reads again and again: a higher `sequence` replaces what it holds, CANCELLED takes it away. */
export type FeedEvent = CalendarEvent & {
  readonly sequence: number
  readonly status: CalendarStatus
  readonly changedAt: Date
}

export const calendarFeed = (name: string, events: readonly FeedEvent[]): string =>
  textOf(
    events.flatMap((event) => {
      const { changedAt: stamp, sequence, status } = event
      return eventLines(event, { stamp, sequence, status }, status === 'CONFIRMED')
    }),
    [`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'METHOD:PUBLISH'],
  )

const textOf = (events: readonly string[], head: readonly string[] = []) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//wenming//volunteering//ZH',
    'CALSCALE:GREGORIAN',
    ...head,
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

type Standing = { readonly stamp: Date; readonly sequence?: number; readonly status?: CalendarStatus }

const eventLines = (event: CalendarEvent, { stamp, sequence, status }: Standing, withAlarm: boolean) => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(stamp)}`,
  ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
  ...(status === undefined ? [] : [`STATUS:${status}`]),
  `DTSTART:${utc(event.startsAt)}`,
  `DTEND:${utc(event.endsAt)}`,
  `SUMMARY:${escaped(event.title)}`,
  `LOCATION:${escaped(event.place)}`,
  `DESCRIPTION:${escaped(event.words)}`,
  ...(withAlarm ? alarmLines(event) : []),
  'END:VEVENT',
]

const alarmLines = ({ title }: CalendarEvent) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(title)}`,
  `TRIGGER:-PT${ALARM_MINUTES}M`,
  'END:VALARM',
]

/** 20260627T003000Z */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** At most 75 bytes a line, never through the middle of a character; what follows begins with a space. */
function folded(line: string) {
  let out = ''
  let bytes = 0
  for (const letter of line) {
    const size = sizeOf(letter)
    if (bytes + size > LINE_BYTES) {
      out += '\r\n '
      bytes = 1
    }
    out += letter
    bytes += size
  }
  return out
}

const sizeOf = (letter: string) => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
