/** 文件: the clause stands in a published document. 推荐: proposed here, for the county to confirm or replace. */
export const STANDARD_SOURCES = ['document', 'recommended'] as const
export type StandardSource = (typeof STANDARD_SOURCES)[number]

export const STANDARD_SOURCE_ZH: Record<StandardSource, string> = { document: '文件', recommended: '推荐' }
