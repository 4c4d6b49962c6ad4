import type { ChosenFile, FileOutcome } from '../../bridge/desktop-api.ts'

/** Long enough for the browser to have taken the bytes; the address then gives its memory back. */
const KEPT_MS = 60_000

/** Hands the bytes to the browser as a download; whether it asks where to is the browser's setting. */
export const downloadFile = (name: string, bytes: Uint8Array): FileOutcome<string> => {
  const address = URL.createObjectURL(
    new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
  return { ok: true, value: name }
}

/** Asks for one file through the browser's dialog. Call it from a click, or the browser shows nothing. */
export const pickFile = (extensions: string[], maxBytes: number): Promise<FileOutcome<ChosenFile>> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.addEventListener('cancel', () => resolve({ ok: true, value: null }), { once: true })
    input.addEventListener('change', () => resolve(readPicked(input.files?.[0], maxBytes)), { once: true })
    input.click()
  })

const readPicked = async (file: File | undefined, maxBytes: number): Promise<FileOutcome<ChosenFile>> => {
  if (file === undefined) return { ok: true, value: null }
  if (file.size > maxBytes) return { ok: false, refusal: { code: 'FILE_TOO_LARGE' } }
  try {
    return { ok: true, value: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
  } catch {
    return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
  }
}
