import type { Phone } from './browser'

/** Words on the screen smaller than `px`, and things to press lower than `high`. */
export const tooSmall = ({ page }: Phone, px: number, high: number) =>
  page.evaluate(
    ({ px, high }) => {
      const seen = (it: Element) => it.getClientRects().length > 0
      const texts = [...document.querySelectorAll('.screen *')].filter(
        (it) => seen(it) && [...it.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      const small = texts.filter((it) => Number.parseFloat(getComputedStyle(it).fontSize) < px)
      const low = [...document.querySelectorAll('button, a, input, select, textarea')].filter(
        (it) => seen(it) && it.getBoundingClientRect().height < high,
      )
      return [...small, ...low].map((it) => `${it.className}: ${it.textContent}`)
    },
    { px, high },
  )
