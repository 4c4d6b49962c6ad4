export const sha256 = async (content: string | Uint8Array): Promise<Uint8Array> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Hex = async (content: string | Uint8Array): Promise<string> =>
  Array.from(await sha256(content), (byte) => byte.toString(16).padStart(2, '0')).join('')
