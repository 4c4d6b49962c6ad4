/** Larger than anything this program writes; an argument above it is not ours. */
const MOST_BYTES = 512 * 1024 * 1024

/** An argument that came over the bridge is not what the contract says: the caller is broken or not ours. */
export class BridgeArgumentError extends Error {
  readonly code = 'BRIDGE_ARGUMENT'
  override readonly name = 'BridgeArgumentError'
}

export const asText = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 400) throw new BridgeArgumentError('text expected')
  return value
}

export const asBytes = (value: unknown): Uint8Array => {
  if (!(value instanceof Uint8Array) || value.length > MOST_BYTES)
    throw new BridgeArgumentError('bytes expected')
  return value
}

export const asByteLimit = (value: unknown): number => {
  if (!Number.isSafeInteger(value)) throw new BridgeArgumentError('whole number expected')
  const limit = Number(value)
  if (limit < 1 || limit > MOST_BYTES) throw new BridgeArgumentError('number out of range')
  return limit
}

export const asExtensions = (value: unknown): string[] => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 10) {
    throw new BridgeArgumentError('list of extensions expected')
  }
  return value.map((item: unknown) => {
    if (typeof item !== 'string' || !/^[a-z0-9]{1,12}(-[a-z]{1,12}){0,2}$/.test(item))
      throw new BridgeArgumentError('extension expected')
    return item
  })
}
