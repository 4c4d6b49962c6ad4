/** A text as it is searched: every character in one form, and from where to where it stood in the text as written. */
export interface FoldedText {
  text: string
  starts: readonly number[]
  ends: readonly number[]
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}]/u
/** What people put between the characters of a name. */
export const separators = /[\s\p{P}\p{S}]/u

/** One width, one case, no accents, nothing that cannot be seen; `without` leaves out more. */
export function foldText(text: string, without: RegExp | null = null): FoldedText {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let place = 0
  for (const character of text) {
    const end = place + character.length
    for (const one of /\s/.test(character) ? ' ' : character.normalize('NFKD').toLowerCase()) {
      if (unseen.test(one) || without?.test(one)) continue
      folded += one
      for (let unit = 0; unit < one.length; unit += 1) {
        starts.push(place)
        ends.push(end)
      }
    }
    place = end
  }
  return { text: folded, starts, ends }
}

/** The letters and digits of a text alone. */
export const bareText = (text: string): string => foldText(text, separators).text
