import { Box } from './box'
import { Icon } from './icon'
import { Tap } from './tap'
import { hush, useToast } from './toast'
import { Txt } from './txt'

const ICONS = { plain: 'info-circle', ok: 'circle-check', danger: 'alert-circle' } as const

export function ToastHost({ raised }: { raised: boolean }) {
  const said = useToast()
  if (!said) return null
  const { zh, tone, undo } = said
  return (
    <Box className={`toast-place${raised ? ' is-raised' : ''}`}>
      <Box as={tone === 'danger' ? 'alert' : 'status'} className={`toast toast-${tone}`}>
        <Icon name={ICONS[tone]} size={20} />
        <Txt size="caption" className="grow">
          {zh}
        </Txt>
        {undo && (
          <Tap
            className="toast-undo"
            onTap={() => {
              hush()
              undo()
            }}
          >
            <Txt size="caption" strong>
              撤销
            </Txt>
          </Tap>
        )}
      </Box>
    </Box>
  )
}
