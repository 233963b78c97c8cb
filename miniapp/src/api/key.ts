/** A v4-shaped key; uniqueness, not secrecy, is what the server's record of sends needs of it. */
export const newKey = () =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16))
