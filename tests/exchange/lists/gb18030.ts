const decoder = new TextDecoder('gb18030')

/** Two bytes for every character that GBK has. */
const twoBytes = new Map<string, number[]>()
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue
    const character = decoder.decode(new Uint8Array([lead, trail]))
    if ([...character].length === 1 && character !== '\ufffd') twoBytes.set(character, [lead, trail])
  }

/** A text in GBK; of what GBK does not have there is no need here. */
export const toGbk = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      if (code < 0x80) return [code]
      const bytes = twoBytes.get(character)
      if (!bytes) throw new Error(`GBK has no ${character}`)
      return bytes
    }),
  )
