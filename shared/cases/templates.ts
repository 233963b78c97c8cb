/** The names a template may hold in braces, and what each stands for on a case. */
export const TEMPLATE_WORDS = ['标题', '编号', '地点', '类别', '单位', '时限', '今天'] as const
export type TemplateWord = (typeof TEMPLATE_WORDS)[number]
export type TemplateFacts = Readonly<Record<TemplateWord, string>>

const BRACES = /\{([^{}]*)\}/g

/** Names in braces that nothing can fill: a template with one is refused when it is saved. */
export const strangeWords = (text: string) =>
  [...text.matchAll(BRACES)]
    .map(([, name = '']) => name)
    .filter((name) => !TEMPLATE_WORDS.some((word) => word === name))

/** The words of a template with the case's own in them; what is not known yet stays in braces, for the person to see. */
export const fillTemplate = (text: string, facts: TemplateFacts) =>
  text.replace(BRACES, (whole, name: string) => facts[name as TemplateWord] || whole)
