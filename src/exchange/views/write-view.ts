import type { Language } from '../../casework/records/values.ts'
import { csvView } from './csv-view.ts'
import { dataValueSet } from './dhis2-view.ts'
import { measureReport } from './fhir-view.ts'
import type { PackageView } from './package-view.ts'
import { sdmxView } from './sdmx-view.ts'
import { xlsxView } from './xlsx-view.ts'

/** The forms a package can be read in. They are views: none of them is ever taken in. */
export const viewFormats = ['csv', 'xlsx', 'fhir', 'dhis2', 'sdmx'] as const
export type ViewFormat = (typeof viewFormats)[number]

const endings: Record<ViewFormat, string> = {
  csv: 'csv',
  xlsx: 'xlsx',
  fhir: 'fhir.json',
  dhis2: 'dhis2.json',
  sdmx: 'sdmx.csv',
}

/** One view of a package as a file. The language is that of `csv` and `xlsx`; the others have codes. */
export async function writeView(
  view: PackageView,
  format: ViewFormat,
  language: Language,
): Promise<{ name: string; bytes: Uint8Array }> {
  const writers: Record<ViewFormat, () => Uint8Array | Promise<Uint8Array>> = {
    csv: () => csvView(view, language),
    xlsx: () => xlsxView(view, language),
    fhir: () => jsonBytes(measureReport(view)),
    dhis2: () => jsonBytes(dataValueSet(view)),
    sdmx: () => sdmxView(view),
  }
  return { name: `${view.from.unit}-${view.period}.${endings[format]}`, bytes: await writers[format]() }
}

const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
