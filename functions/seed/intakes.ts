import { type StoryKey, storyOf } from '../../schema/seed/demo/stories'
import type { Deps, Send } from '../http/deps'
import { submitReport } from '../reports/actions'
import { recordCallback, submitIntake } from '../reports/intake-actions'
import { takeMail } from '../reports/mail-actions'
import { caseIdOf } from './asks'
import { diceOf, idOf } from './dice'
import type { Past } from './past'
import type { Cast } from './people'
import { cameraOf, jpegOf, photoId, type Shot } from './photos'
import { type GridAt, placeOf } from './places'
import type { Step } from './steps'

type Show = { readonly past: Past; readonly cast: Cast; readonly gridAt: GridAt }
type Told = { readonly key: string; readonly story: StoryKey; readonly grid: string; readonly ago: number }

/** What comes in besides the phone of a citizen: a call and its callback, a neighbour who calls about a known case, a name, answers, a letter. */
export const intakeSteps = (show: Show): Step[] => [
  callStep(show),
  callbackStep(show),
  joinStep(show),
  namedStep(show),
  answeredStep(show),
  letterStep(show),
]

function detailsOf({ gridAt }: Show, { key, story, grid }: Told) {
  const { lng, lat, addressZh, accuracyM } = placeOf({ story, grid }, diceOf(key), gridAt)
  const { code, words } = storyOf(story)
  return { position: { lng, lat, accuracyM }, addressZh, categoryCode: code, words, townId: null }
}

const CALL = { key: 'call-lamp', story: 'lamp', grid: 'WG04', ago: 95 } as const
const NOTHING = { photos: [], answers: {}, conditions: [], joinCaseId: null, mailId: null }

const callStep = (show: Show): Step => ({
  ...{ name: `${CALL.key}/report`, at: show.past.workAgo(CALL.ago), by: show.cast('he'), shots: [] },
  run: (deps: Deps, send: Send) =>
    submitIntake(
      deps,
      show.cast('he'),
      {
        ...{ ...NOTHING, ...detailsOf(show, CALL), key: send.key, source: 'phone' },
        words: '电话里说：巷子里两盏路灯不亮，晚上老人不敢出门。',
        caller: { name: '老李', phone: '0916-2210368' },
        answers: { many: '连着几盏' },
      },
      send,
    ),
})

const callbackStep = ({ past, cast }: Show): Step => ({
  ...{ name: `${CALL.key}/callback`, at: past.workAgo(20), by: cast('he'), shots: [] },
  run: (deps: Deps, send: Send) =>
    // The ids of its step: the caller, the case, the report.
    recordCallback(
      deps,
      cast('he'),
      idOf(`${CALL.key}/report/2`),
      { key: send.key, outcome: 'reached', note: '告知已受理，今天派人查线路' },
      send,
    ),
})

const POTHOLE = { key: 'call-pothole', story: 'pothole', grid: 'WG07', ago: 18 } as const

/** A neighbour calls about what is on the desk already: one case, two reporters. */
const joinStep = (show: Show): Step => ({
  ...{ name: `${POTHOLE.key}/join`, at: show.past.workAgo(POTHOLE.ago), by: show.cast('he'), shots: [] },
  run: (deps: Deps, send: Send) =>
    submitIntake(
      deps,
      show.cast('he'),
      {
        ...{ ...NOTHING, ...detailsOf(show, POTHOLE), key: send.key, source: 'phone' },
        words: '也是说东大街这个坑，他家孩子昨晚骑车摔了一跤，没大事。',
        caller: { name: '何师傅', phone: '13809160412' },
        joinCaseId: caseIdOf('desk-pothole'),
      },
      send,
    ),
})

const NAMED = { key: 'named-rubbish', story: 'rubbish', grid: 'WG06', ago: 66 } as const
const PARKING = { key: 'answers-parking', story: 'parking', grid: 'WG08', ago: 42 } as const

const namedStep = (show: Show): Step =>
  toldStep(show, NAMED, 'n31', { contact: { name: '唐秀英', phone: '13992610455' }, identity: 'real_name' })

const answeredStep = (show: Show): Step =>
  toldStep(show, PARKING, 'n32', { answers: { plate: '陕F6K208', blocks: ['盲道', '人行道'] } })

type More = Partial<Parameters<typeof submitReport>[2]>

function toldStep(show: Show, told: Told, who: string, more: More): Step {
  const [by, at] = [show.cast(who), show.past.workAgo(told.ago)]
  const name = `${told.key} before`
  const view = { scene: storyOf(told.story).scene, side: 'before', camera: cameraOf(diceOf(told.key)) } as const
  const shots: Shot[] = [{ name, by, at, ...view }]
  const run = (deps: Deps, send: Send) =>
    submitReport(
      deps,
      by,
      {
        ...{ ...detailsOf(show, told), key: send.key, photos: [photoId(name)], pointCode: null, answers: {} },
        ...{ identity: 'wechat', contact: null, source: 'wechat', ...more },
      },
      send,
    )
  return { name: `${told.key}/report`, at, by, shots, run }
}

/** One letter that nobody has looked at yet, with a photo. */
const letterStep = ({ past, cast }: Show): Step => ({
  ...{ name: 'letter', at: past.workAgo(9), by: cast('he'), shots: [] },
  run: async (deps: Deps, send: Send) => {
    const camera = cameraOf(diceOf('letter'))
    const jpeg = await jpegOf({ scene: storyOf('bins').scene, side: 'before', camera })
    await takeMail(deps, letter(jpeg), { by: cast('he').id, send })
  },
})

const word = (zh: string) => `=?utf-8?B?${Buffer.from(zh).toString('base64')}?=`
const lines = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
const WORDS = `创建办的同志：
滨江花园北门外面三个垃圾桶总是满的，周末没人收，味道飘到一楼。
照片是早上拍的，请安排一下，谢谢。`

const letter = (jpeg: Buffer) =>
  new Uint8Array(
    Buffer.from(
      [
        `From: ${word('住户')} <resident@example.cn>`,
        `Subject: ${word('滨江花园北门垃圾桶没人收')}`,
        'Message-ID: <letter-1@example.cn>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="letter"',
        '',
        '--letter',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        lines(Buffer.from(WORDS)),
        '--letter',
        'Content-Type: image/jpeg; name="IMG_1.jpg"',
        'Content-Transfer-Encoding: base64',
        '',
        lines(jpeg),
        '--letter--',
        '',
      ].join('\r\n'),
    ),
  )
