/** A dialog the browser closes with Escape; a tap closes it too. */
export function preview(urls: readonly string[], at: number) {
  const dialog = document.createElement('dialog')
  dialog.className = 'preview'
  dialog.setAttribute('aria-label', `查看大图，共 ${urls.length} 张`)
  const photos = urls.map((url, i) => {
    const photo = document.createElement('img')
    photo.src = url
    photo.alt = `第 ${i + 1} 张照片`
    return photo
  })
  const shut = document.createElement('button')
  shut.type = 'button'
  shut.className = 'preview-shut'
  shut.textContent = '关闭'
  dialog.append(...photos, shut)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  photos[at]?.scrollIntoView({ inline: 'start' })
}
