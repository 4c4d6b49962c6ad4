/** Who and what stands by itself in fields of records, and would tell whom they are about. */
export interface Named {
  people: string[]
  places: string[]
  /** Ways of reaching somebody, and numbers. */
  numbers: string[]
}

const meanings: Record<string, keyof Named> = {
  name: 'people',
  alias: 'people',
  person: 'people',
  from: 'people',
  who: 'people',
  scoredBy: 'people',
  supervisor: 'people',
  recipient: 'places',
  phone: 'numbers',
  contact: 'numbers',
  receipt: 'numbers',
  fileNumber: 'numbers',
  birthDate: 'numbers',
}

/** What is called something in these is no person. */
const places: readonly string[] = ['receiver', 'professionals']

/** Who is meant by these is told by whoever says it. */
const nobody =
  /^(?:本人|自己|监护人|家[属人长]|父母|母亲|父亲|妈妈?|爸爸?|爷爷|奶奶|外公|外婆|妻子|丈夫|儿子|女儿|[哥弟姐妹]{1,2}|self|guardian)$/iu

/** Everything named in these records, whatever they are. */
export function namedIn(...records: readonly unknown[]): Named {
  const named: Named = { people: [], places: [], numbers: [] }
  const look = (value: unknown, field: string, within: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, field, field)
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) look(part, name, field)
    else if (typeof value === 'string' && !nobody.test(value.trim()) && value.trim() !== '') {
      const meaning = meanings[field]
      if (meaning !== undefined)
        named[meaning === 'people' && places.includes(within) ? 'places' : meaning].push(value)
    }
  }
  for (const record of records) look(record, '', '')
  return named
}
