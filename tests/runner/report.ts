/** Reads what another program reported, of which nothing is certain. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const numberIn = (value: unknown, name: string): number => {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'number' ? found : 0
}

export const textIn = (value: unknown, name: string): string => {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'string' ? found : ''
}

export const listIn = (value: unknown, name: string): unknown[] => {
  const found = isObject(value) ? value[name] : undefined
  return Array.isArray(found) ? found : []
}
