import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { confirm } from '../../ui/confirm'
import type { Answer } from './use-answer'

type OfferProps = { readonly busy: boolean; readonly onAnswer: (answer: Answer) => void }

/** A seat is kept for this person: take it, or let the next have it. */
export function OfferButtons({ busy, onAnswer }: OfferProps) {
  const decline = async () => {
    const yes = await confirm({
      title: '让出这个名额吗',
      zh: '名额马上给下一位候补的人，您排到队尾，还会再通知。',
      yes: '让给下一位',
      no: '我再想想',
    })
    if (yes) onAnswer('decline')
  }
  return (
    <Box className="two-acts">
      <Button kind="outline" busy={busy} onTap={() => void decline()}>
        让给下一位
      </Button>
      <Button icon="check" busy={busy} onTap={() => onAnswer('accept')}>
        接受名额
      </Button>
    </Box>
  )
}
