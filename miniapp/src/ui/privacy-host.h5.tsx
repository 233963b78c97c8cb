/** A browser asks for each permission itself. */
export const PrivacyHost = (): JSX.Element | null => null
