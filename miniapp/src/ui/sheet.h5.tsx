import { useEffect, useRef } from 'react'
import { Icon } from './icon'
import type { SheetProps } from './sheet'
import { Tap } from './tap'
import { Txt } from './txt'

/** A real dialog: the browser keeps the focus inside and closes it with Escape. */
export function Sheet({ title, open, onClose, children, small, broad }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const it = dialog.current
    if (open && it && !it.open) it.showModal()
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={`sheet-place${small ? ' is-small' : ''}${broad ? ' is-broad' : ''}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <button type="button" className="sheet-shade" aria-hidden="true" tabIndex={-1} onClick={onClose} />
      <div className="sheet">
        <div className="sheet-head">
          <Txt size="title-2" strong>
            {title}
          </Txt>
          {!small && (
            <Tap className="sheet-close" label="关闭" onTap={onClose}>
              <Icon name="x" size={22} />
            </Tap>
          )}
        </div>
        <div className="sheet-body">{children}</div>
      </div>
    </dialog>
  )
}
