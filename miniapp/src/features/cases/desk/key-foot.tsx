import { useState } from 'react'
import { Box } from '../../../ui/box'
import { focusIn } from '../../../ui/focus'
import { Sheet } from '../../../ui/sheet'
import { Tap } from '../../../ui/tap'
import { Txt } from '../../../ui/txt'
import { keyName, useDeskKeys, useKeysNow } from './desk-keys'
import { Kbd } from './kbd'

/** The line under the desk with the keys one needs most; ? lists all that work at this moment. */
export function KeyFoot() {
  const [isOpen, setOpen] = useState(false)
  useDeskKeys([
    { key: '/', zh: '搜编号、地点、标题', act: () => focusIn('.desk-search') },
    { key: '?', zh: '全部快捷键', act: () => setOpen(true) },
  ])
  const keys = useKeysNow()
  const has = (key: string) => keys.some((one) => one.key === key)
  return (
    <Box className="desk-keys">
      <Hint keys={['j', 'k']} zh="下一件、上一件" />
      {has('space') && <Hint keys={['space']} zh="看大图" />}
      {has('r') && <Hint keys={['r']} zh="写说明" />}
      <Tap className="desk-keys-all" onTap={() => setOpen(true)}>
        <Kbd name="?" />
        <Txt size="micro">全部快捷键</Txt>
      </Tap>
      <Txt size="micro">在输入框里打字时，快捷键不起作用，按 Esc 离开输入框</Txt>
      <Sheet title="快捷键" open={isOpen} onClose={() => setOpen(false)}>
        <Box as="list" className="key-list" label="现在能用的快捷键">
          {keys.map(({ key, zh }) => (
            <Box as="item" key={key} className="between gap-2 key-line">
              <Txt>{zh}</Txt>
              <Kbd name={keyName(key)} />
            </Box>
          ))}
        </Box>
      </Sheet>
    </Box>
  )
}

const Hint = ({ keys, zh }: { keys: readonly string[]; zh: string }) => (
  <Box className="row gap-1">
    {keys.map((key) => (
      <Kbd key={key} name={keyName(key)} />
    ))}
    <Txt size="micro">{zh}</Txt>
  </Box>
)
