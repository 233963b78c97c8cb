import { Box } from './box'
import { Button } from './button'
import { useConfirm } from './confirm'
import { Sheet } from './sheet'
import { Txt } from './txt'

export function ConfirmHost() {
  const asked = useConfirm()
  if (!asked) return null
  const { title, zh, yes, no = '先不了', danger, answer } = asked
  return (
    <Sheet open small title={title} onClose={() => answer(false)}>
      {zh && (
        <Txt block tone="second">
          {zh}
        </Txt>
      )}
      <Box className="confirm-acts">
        <Button kind="outline" onTap={() => answer(false)}>
          {no}
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} onTap={() => answer(true)}>
          {yes}
        </Button>
      </Box>
    </Sheet>
  )
}
