import { useEffect, useRef } from 'react'
import type { Keys } from './keys'

/** Single letters act on the page; never inside an input, with a modifier, or behind an open dialog. */
export function useKeys(keys: Keys) {
  const held = useRef(keys)
  held.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement | null
      const isTyping = at?.closest('input, textarea, select, [contenteditable]') || event.isComposing
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      const act = held.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
