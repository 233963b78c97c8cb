import { useEffect, useState } from 'react'
import { photoSrc } from '../../device/photos'

/** What an image element shows for photos that are on this phone; a browser reads them from its own store first. */
export function usePhotoSrcs(refs: readonly string[]): Readonly<Record<string, string>> {
  const [srcs, setSrcs] = useState<Readonly<Record<string, string>>>({})
  const wanted = refs.join(' ')
  useEffect(() => {
    let gone = false
    const read = async () => {
      const found = await Promise.all(
        wanted.split(' ').map(async (ref) => [ref, ref && (await photoSrc(ref))] as const),
      )
      if (!gone) setSrcs(Object.fromEntries(found))
    }
    void read()
    return () => {
      gone = true
    }
  }, [wanted])
  return srcs
}
