/** A line longer than allowed comes out as null, so that no input can fill the memory. */
export type Line = string | null

/** Splits UTF-8 bytes into lines, as many as each chunk completes at a time. The last line may lack its line feed. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxLength: number): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let tooLong = false
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    const lines = parts.map((part, index) =>
      (tooLong && index === 0) || part.length > maxLength ? null : part,
    )
    if (lines.length > 0) tooLong = false
    if (rest.length > maxLength) {
      tooLong = true
      rest = ''
    }
    if (lines.length > 0) yield lines
  }
  rest += decoder.decode()
  if (tooLong || rest.length > maxLength) yield [null]
  else if (rest !== '') yield [rest]
}
