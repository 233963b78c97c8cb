import { ListMessageOffers, ReportAcceptance } from '@shared/notices/outbox-contract'
import { MESSAGE_KIND_ZH, type MessageKind } from '@shared/notices/templates'
import { call } from '../../api/call'
import { useLoad } from '../../api/use-load'
import { useSend } from '../../api/use-send'
import { askMessages } from '../../device/subscribe'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import { Txt } from '../../ui/txt'

/** As many as an old WeChat asks for at once. */
const ASKED_MAX = 3

type AcceptProps = { readonly zh: string; readonly kinds: readonly MessageKind[] }

/** One acceptance is one message; only in WeChat, and only where the county has templates. */
const AcceptMessages = (props: AcceptProps) => (askMessages === null ? null : <Accept {...props} ask={askMessages} />)

/** 接收办理进展 */
export const AcceptProgress = () => <AcceptMessages zh="接收办理进展" kinds={['progress', 'result', 'more']} />

/** 接收活动提醒: changes, seats from the waiting list, and the day before. */
export const AcceptActivity = () => <AcceptMessages zh="接收活动提醒" kinds={['activity']} />

/** 接收点单进展: to who asked and to who serves. */
export const AcceptOrders = () => <AcceptMessages zh="接收点单进展" kinds={['activity']} />

function Accept({ zh, kinds, ask }: AcceptProps & { readonly ask: NonNullable<typeof askMessages> }) {
  const { data, reload } = useLoad(ListMessageOffers, { params: {}, body: {} })
  const { busy, send } = useSend()
  const offers = (data?.items ?? []).filter(({ kind }) => kinds.includes(kind)).slice(0, ASKED_MAX)
  if (offers.length === 0) return null
  const accept = async () => {
    // The dialogue opens on the tap itself, or WeChat refuses it.
    const ids = await ask(offers.map(({ templateId }) => templateId))
    if (ids === null) return toast('没有订阅，进展仍发到“消息”里')
    const accepted = offers.flatMap(({ kind, templateId }) => (ids.includes(templateId) ? [kind] : []))
    await send(`accept ${accepted.join()}`, async (key) => {
      await call(ReportAcceptance, { params: {}, body: { key, accepted } })
      toast('已订阅，微信里会收到', 'ok')
      void reload()
    })
  }
  const left = offers.filter((offer) => offer.left > 0)
  const leftZh = left.map(({ kind, left: n }) => `${MESSAGE_KIND_ZH[kind]} ${n} 条`).join('，')
  return (
    <Box className="accept-messages">
      <Button kind="outline" icon="bell-ringing" busy={busy !== null} onTap={() => void accept()}>
        {zh}
      </Button>
      <Txt size="caption" tone="second" block>
        {leftZh === '' ? '同意一次，微信里收一条' : `还会收到：${leftZh}`}
      </Txt>
    </Box>
  )
}
