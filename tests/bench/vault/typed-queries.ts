import { readingsOf } from '../../../src/casework/clients/pinyin-index.ts'

/** What somebody types who looks for these people, letter by letter: by pinyin, initials, characters, file number, phone. */
export const typedQueries = (
  people: readonly { name: string; fileNumber: string; phone: string | null }[],
): string[] =>
  people.flatMap(({ name, fileNumber, phone }, number) => {
    const [reading] = readingsOf(name)
    const ways = [reading?.full ?? name, reading?.initials ?? name, name, fileNumber, (phone ?? '').slice(-4)]
    const whole = [...(ways[number % ways.length] ?? name)]
    return whole.map((_, last) => whole.slice(0, last + 1).join('')).slice(0, 10)
  })
