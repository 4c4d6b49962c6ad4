const shownDigits = 8

/** As much of an object's code as tells it from others on a screen, in two groups. */
export const shortObject = (object: string): string =>
  object.slice(0, shownDigits).replace(/(.{4})(?=.)/g, '$1 ')
