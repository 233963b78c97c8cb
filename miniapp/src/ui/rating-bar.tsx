import { Box } from './box'
import { Icon } from './icon'
import { Tap } from './tap'
import { Txt } from './txt'

/** Five faces with words, from 没解决 (1) to 很满意 (5). */
export const RATINGS = [
  { score: 1, zh: '没解决', icon: 'mood-sad' },
  { score: 2, zh: '一般', icon: 'mood-empty' },
  { score: 3, zh: '还行', icon: 'mood-smile' },
  { score: 4, zh: '满意', icon: 'mood-happy' },
  { score: 5, zh: '很满意', icon: 'mood-smile-beam' },
] as const

export const RatingBar = ({ score, onPick }: { score: number | null; onPick: (score: number) => void }) => (
  <Box className="rating" label="评价">
    {RATINGS.map((one) => (
      <Tap
        key={one.score}
        role="radio"
        on={one.score === score}
        className={`rating-face${one.score === score ? ' is-on' : ''}`}
        onTap={() => onPick(one.score)}
      >
        <Box quiet className="rating-disc">
          <Icon name={one.icon} size={28} />
        </Box>
        <Txt size="caption">{one.zh}</Txt>
      </Tap>
    ))}
  </Box>
)
