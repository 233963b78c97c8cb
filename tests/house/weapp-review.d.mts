export function reviewWeapp(folder: string, hosts?: readonly string[]): string[]
