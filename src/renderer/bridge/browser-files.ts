import type { ChosenFile, FileOutcome, OfferedFiles } from '../../bridge/desktop-api.ts'

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
export const pickFile = async (extensions: string[], maxBytes: number): Promise<FileOutcome<ChosenFile>> => {
  const picked = await readPicked(await pick(extensions), maxBytes)
  return picked.ok ? { ok: true, value: picked.value?.[0] ?? null } : picked
}

/** The same for one or several files. */
export const pickFiles = async (extensions: string[], maxBytes: number): Promise<FileOutcome<ChosenFile[]>> =>
  readPicked(await pick(extensions, { multiple: true }), maxBytes)

/** Files are offered as the browser's own handles: none is read before its turn. */
export const offerFiles = async (
  extensions: string[],
  maxBytes: number,
  from: 'files' | 'folder',
): Promise<FileOutcome<OfferedFiles>> => {
  const picked = await pick(extensions, from === 'folder' ? { webkitdirectory: true } : { multiple: true })
  if (picked.length === 0) return { ok: true, value: null }
  const fitting = picked.filter(({ name }) =>
    extensions.some((end) => name.toLowerCase().endsWith(`.${end}`)),
  )
  const offered = fitting.slice(0, MOST_FILES)
  return {
    ok: true,
    value: {
      files: offered.map((file) => ({
        name: file.name,
        content: file.size > maxBytes ? 'FILE_TOO_LARGE' : file,
      })),
      others: picked.length - fitting.length,
      left: fitting.length - offered.length,
    },
  }
}
/** Two years of a county's packages. */
const MOST_FILES = 20_000

const pick = (
  extensions: string[],
  more: Partial<Pick<HTMLInputElement, 'multiple' | 'webkitdirectory'>> = {},
): Promise<File[]> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), more)
    input.type = 'file'
    input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.addEventListener('cancel', () => resolve([]), { once: true })
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true })
    input.click()
  })

const readPicked = async (files: File[], maxBytes: number): Promise<FileOutcome<ChosenFile[]>> => {
  if (files.length === 0) return { ok: true, value: null }
  if (files.reduce((sum, { size }) => sum + size, 0) > maxBytes)
    return { ok: false, refusal: { code: 'FILE_TOO_LARGE' } }
  try {
    const read = files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    return { ok: true, value: await Promise.all(read) }
  } catch {
    return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
  }
}
