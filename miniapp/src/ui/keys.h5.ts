import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { Keys } from './keys'

const FIELDS = 'input, textarea, select, [contenteditable]'

/** The name a table of keys has for what was pressed. */
function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent) {
  const name = key === ' ' ? 'space' : key.toLowerCase()
  return ctrlKey || metaKey ? `mod+${name}` : name
}

const isElsewhere = ({ isComposing, altKey }: KeyboardEvent) =>
  isComposing || altKey || document.querySelector('dialog[open]') !== null

/** An input takes every letter, a button in focus the space bar. */
const takes = (at: HTMLElement | null, name: string) =>
  (!name.startsWith('mod+') && at?.closest(FIELDS)) || (name === 'space' && at?.matches('button:focus-visible'))

function actOf(keys: Keys, event: KeyboardEvent) {
  const at = event.target instanceof HTMLElement ? event.target : null
  if (event.key === 'Escape') at?.closest<HTMLElement>(FIELDS)?.blur()
  const name = nameOf(event)
  return takes(at, name) ? undefined : keys[name]
}

/**
 * Single letters act on the page that is in sight: never inside an input, in which Escape leaves it and only a
 * letter with Ctrl acts, and never behind an open dialog.
 */
export function useKeys(keys: Keys) {
  const held = useRef(keys)
  held.current = keys
  const isShown = useRef(true)
  useDidShow(() => {
    isShown.current = true
  })
  useDidHide(() => {
    isShown.current = false
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = isShown.current && !isElsewhere(event) && actOf(held.current, event)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
