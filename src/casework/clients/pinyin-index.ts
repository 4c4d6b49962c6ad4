import { pinyin, polyphonic } from 'pinyin-pro'

/** One way to read a name: `zhangsan`, where its syllables begin (0, 5), and `zs`. */
export interface Reading {
  full: string
  starts: readonly number[]
  initials: string
}

/** A name or a query as it is compared: one width, lower case, no spaces, dots, hyphens or apostrophes; `v` for `ü`. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s·•．.'’‘`\-‐‑–—_]/g, '')

const options = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', toneSandhi: false } as const

/**
 * The readings of a name, the likeliest first. A character that sounds different as a surname (单 shan, 仇 qiu, 尉迟 yuchi)
 * is also found by its other readings, for not everyone who searches knows.
 */
export function readingsOf(name: string): Reading[] {
  const asSurname = pinyin(name, { ...options, mode: 'surname', surname: 'head' })
  const plain = pinyin(name, options)
  const [first = ''] = name
  const [heads = []] = polyphonic(first, { toneType: 'none', type: 'array', v: true })
  const readings = [asSurname, plain, ...heads.map((head) => [head, ...plain.slice(1)])].map(readingOf)
  return readings.filter((one, index) => readings.findIndex((other) => other.full === one.full) === index)
}

function readingOf(parts: readonly string[]): Reading {
  const syllables = parts
    .flatMap((part) => part.split(/[^\p{L}\p{N}]+/u))
    .map(folded)
    .filter((part) => part !== '')
  const starts: number[] = []
  let full = ''
  for (const syllable of syllables) {
    starts.push(full.length)
    full += syllable
  }
  return { full, starts, initials: syllables.map(([letter = '']) => letter).join('') }
}
