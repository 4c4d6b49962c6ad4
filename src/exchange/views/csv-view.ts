import type { Language } from '../../casework/records/values.ts'
import { writeCsv } from '../csv.ts'
import { longRows } from './long-rows.ts'
import type { PackageView } from './package-view.ts'
import { headLines } from './view-words.ts'

/** A package for a spreadsheet: what it is, an empty line, then one line for every cell. Never read back in. */
export const csvView = (view: PackageView, language: Language): Uint8Array =>
  writeCsv([...headLines(view, language), [], ...longRows(view, language)])
