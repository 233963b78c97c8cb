import { OUTSIDE_OUTCOME_ZH, type OutsideAnswer } from '@shared/cases/outside-contract'
import { shanghai } from '@shared/kit/time'
import { Box } from '../../../ui/box'
import { Txt } from '../../../ui/txt'

/** What the outside body said, oldest first. */
export const OutsideAnswers = ({ answers }: { answers: readonly OutsideAnswer[] }) =>
  answers.length === 0 ? null : (
    <Box as="list" className="outside-answers">
      {answers.map(({ id, outcome, byZh, words, at }) => (
        <Box key={id} as="item" className="outside-answer">
          <Txt block>{`${OUTSIDE_OUTCOME_ZH[outcome]}：${words}`}</Txt>
          <Txt size="caption" tone="second" block num>
            {`${byZh} · ${shanghai(new Date(at)).day} ${shanghai(new Date(at)).clock}`}
          </Txt>
        </Box>
      ))}
    </Box>
  )
