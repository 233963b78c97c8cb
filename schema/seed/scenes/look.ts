export type Side = 'before' | 'after'
/** `tone` picks the colours of walls and cars, so two streets are not one street. */
export type Scene = (look: { readonly side: Side; readonly tone: number }) => string
