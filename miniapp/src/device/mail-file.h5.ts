import { photoStore } from './photo-store.h5'

/** One .eml of this computer, under a made-up number until it is sent. */
export const pickMail = () =>
  new Promise<string>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.eml,message/rfc822'
    input.className = 'file-input'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file ? photoStore.add(file) : '')
    })
    input.addEventListener('cancel', () => resolve(''))
    // Safari drops the event of an input that is not in the page.
    document.querySelector('.file-input')?.remove()
    document.body.append(input)
    input.click()
  })
