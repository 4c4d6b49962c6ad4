const collator = new Intl.Collator('en', { numeric: true })

/** Orders versions: runs of digits count as numbers, so that 1.10 comes after 1.9. Below 0 when `a` is the earlier one. */
export const compareVersions = (a: string, b: string): number => collator.compare(a, b)

/** Joins an instrument's version and those of the wordings added to it. */
export const wordingMark = '+'

/** The version that came without added wordings. */
export const baseVersion = (version: string): string => version.split(wordingMark)[0] ?? version
