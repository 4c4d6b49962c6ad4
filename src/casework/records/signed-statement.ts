/** What somebody signs, as text: the same for the same content, whatever order its fields were stored in. `statement` says what it is. */
export const signedStatement = (statement: string, content: object): string =>
  JSON.stringify(inOrder({ ...content, statement }))

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one)]),
  )
}
