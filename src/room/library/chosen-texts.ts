import { refusalOf } from '../../instruments/fault.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import type { ChosenFile } from '../../instruments/read-import-files.ts'
import type { ImportFiles } from '../contract/library.ts'

const megabytes = 5
const maxBytes = megabytes * 1024 * 1024

/** The files as texts, byte order marks left out. Refused with IMPORT_TOO_LARGE over 5 MB, NOT_UTF8. */
export const chosenTexts = (files: ImportFiles): Outcome<ChosenFile[], Refusal[]> => {
  const texts: ChosenFile[] = []
  const refusals: Refusal[] = []
  for (const { name, bytes } of files) {
    const text = bytes.length > maxBytes ? null : decoded(bytes)
    if (text !== null) texts.push({ name, text })
    else if (bytes.length > maxBytes)
      refusals.push(refusalOf(name, { code: 'IMPORT_TOO_LARGE', path: [], detail: { megabytes } }))
    else refusals.push(refusalOf(name, { code: 'NOT_UTF8', path: [] }))
  }
  return refusals.length > 0 ? { ok: false, refusal: refusals } : { ok: true, value: texts }
}

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
