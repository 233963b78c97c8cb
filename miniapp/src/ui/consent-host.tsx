import { Box } from './box'
import { Button } from './button'
import { useConsentQuestion } from './consent'
import { Sheet } from './sheet'
import { Txt } from './txt'

/** 单独同意: the whole text, and two answers of the same weight. */
export function ConsentHost() {
  const asked = useConsentQuestion()
  if (!asked) return null
  const { title, text, withoutZh, answer } = asked
  return (
    <Sheet open title={title} onClose={() => answer(null)}>
      <Txt block>{text}</Txt>
      <Txt block size="caption" tone="second">
        {withoutZh}
      </Txt>
      <Box className="confirm-acts">
        <Button kind="outline" onTap={() => answer(false)}>
          不同意
        </Button>
        <Button onTap={() => answer(true)}>同意</Button>
      </Box>
    </Sheet>
  )
}
