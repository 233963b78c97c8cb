/** A desk to work at (≥ 1100 px). A phone never is. */
export const useWide = () => false
