/** The names a template may hold in braces, and what each stands for on a case. */
export const TEMPLATE_WORDS = ['标题', '编号', '地点', '类别', '单位', '时限', '今天'] as const
export type TemplateWord = (typeof TEMPLATE_WORDS)[number]
export type TemplateFacts = Readonly<Record<TemplateWord, string>>

/** A case that is none, to show how a template will read. */
export const EXAMPLE_FACTS: TemplateFacts = {
  标题: '新建路井盖塌了半边',
  编号: 'WM20260615-0012',
  地点: '新建路 18 号门前',
  类别: '井盖缺损',
  单位: '县市政工程公司',
  时限: '6 月 18 日下午',
  今天: '6 月 15 日',
}

const BRACES = /\{([^{}]*)\}/g

/** Names in braces that nothing can fill: a template with one is refused when it is saved. */
export const strangeWords = (text: string) =>
  [...text.matchAll(BRACES)]
    .map(([, name = '']) => name)
    .filter((name) => !TEMPLATE_WORDS.some((word) => word === name))

/** The words of a template with the case's own in them; what is not known yet stays in braces, for the person to see. */
export const fillTemplate = (text: string, facts: TemplateFacts) =>
  text.replace(BRACES, (whole, name: string) => facts[name as TemplateWord] || whole)
