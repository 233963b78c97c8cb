import type { AnswerView } from '@shared/reports/contract'
import { Box } from '../../ui/box'
import { Tag } from '../../ui/tag'
import { Txt } from '../../ui/txt'

/** Answers to the questions of a class, one a line. */
export const AnswerLines = ({ items }: { items: readonly AnswerView[] }) => (
  <>
    {items.map(({ zh, answerZh, isPrivate }) => (
      <Box key={zh} className="answer-line">
        <Txt size="caption" tone="second">
          {zh}
        </Txt>
        <Box className="row wrap gap-2">
          <Txt selectable>{answerZh}</Txt>
          {isPrivate && <Tag zh="不公开" icon="shield-check" />}
        </Box>
      </Box>
    ))}
  </>
)
