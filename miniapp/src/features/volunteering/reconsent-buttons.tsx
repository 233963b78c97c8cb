import { momentZh, spanZh } from '@shared/kit/time'
import type { MySignUpRow } from '@shared/volunteering/attendance-contract'
import { now } from '../../api/clock'
import { Box } from '../../ui/box'
import { Button } from '../../ui/button'
import { confirm } from '../../ui/confirm'
import { Txt } from '../../ui/txt'
import type { Answer } from './use-answer'

type Props = {
  readonly asked: NonNullable<MySignUpRow['reconsent']>
  readonly title: string
  readonly busy: boolean
  readonly onAnswer: (answer: Answer) => void
}

/** The time is another: come all the same, or let the seat go without blame. */
export function ReconsentButtons({ asked, title, busy, onAnswer }: Props) {
  const cannot = async () => {
    const yes = await confirm({
      title: '去不了吗',
      zh: '名额马上给候补的人。因为改期去不了，不算缺席。',
      yes: '去不了',
      no: '我再想想',
    })
    if (yes) onAnswer('cannot')
  }
  const was = spanZh(new Date(asked.wasStartsAt), new Date(asked.wasEndsAt))
  return (
    <Box className="sign-up-act">
      <Txt size="caption" tone="warn" block num>
        {`活动改了时间，原来是 ${was}。请在 ${momentZh(new Date(asked.answerBy), now())} 前回答`}
      </Txt>
      <Box className="two-acts">
        <Button kind="outline" busy={busy} label={`去不了，${title}`} onTap={() => void cannot()}>
          去不了
        </Button>
        <Button icon="check" busy={busy} label={`还能去，${title}`} onTap={() => onAnswer('still')}>
          还能去
        </Button>
      </Box>
    </Box>
  )
}
