/** A name in one spelling, without anything that hides in it or turns it round. */
export const plainName = (name: string): string => name.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
