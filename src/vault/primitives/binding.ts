type Part = string | number | readonly string[]

/**
 * One unambiguous text for a list of parts: what a key is derived for, what a seal binds, what a signature says.
 * The first part names the purpose and its version.
 */
export const binding = (purpose: string, ...parts: Part[]): string => JSON.stringify([purpose, ...parts])
