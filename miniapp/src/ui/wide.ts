/** A desk to work at (≥ 1024 px). A phone never is. */
export const useWide = () => false
