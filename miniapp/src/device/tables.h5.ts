import { photoStore } from './photo-store.h5'
import type { PickedTable } from './tables'

export async function pickTable(): Promise<PickedTable | null> {
  const file = await chooseFile()
  return file ? { ref: await photoStore.add(file), name: file.name } : null
}

/** An unanswered choice stays behind with its input, as with photos. */
const chooseFile = () =>
  new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.className = 'file-input'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    document.querySelector('.file-input')?.remove()
    document.body.append(input)
    input.click()
  })
