/** The one of a list that a text names; null where it names none. */
export const oneOf = <T extends string>(all: readonly T[], text: string | null) =>
  all.find((one) => one === text) ?? null
