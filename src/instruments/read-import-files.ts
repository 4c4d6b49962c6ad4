import { refusalOf, shapeFaults } from './fault.ts'
import type { Outcome, Refusal } from './outcome.ts'
import {
  checkQuestionnaire,
  type PartPlace,
  type Questionnaire,
  type QuestionnaireFiles,
} from './questionnaire.ts'
import { readJson } from './read-json.ts'
import { shortened } from './shortened.ts'
import { type WordingPack, wordingPackSchema } from './wording-pack.ts'

/** The text of a file that a person chose. */
export interface ChosenFile {
  name: string
  text: string
}

/** What chosen files turned out to be. */
export type ReadImport =
  | {
      kind: 'instrument'
      source: 'folder' | 'file'
      questionnaire: Questionnaire
      /** Where each part stands, for faults found later. */
      placeOf(part: keyof Questionnaire): PartPlace
    }
  | { kind: 'wording'; file: string; pack: WordingPack }
  /** Not looked into yet. */
  | { kind: 'fhir'; file: string; resource: unknown }

const maxFiles = 3

const parts = ['instrument', 'survey', 'vectors'] as const

interface ParsedFile {
  /** Without folders. */
  name: string
  value: unknown
}

/**
 * Tells what chosen files are and reads them: the three files of a folder, one file with the three parts, a wording pack, or a
 * FHIR Questionnaire. Every fault is given with file, path and reason, 200 at most.
 */
export const readImportFiles = (files: readonly ChosenFile[]): Outcome<ReadImport, Refusal[]> => {
  if (files.length === 0 || files.length > maxFiles)
    return { ok: false, refusal: [{ code: 'FILES_NOT_RECOGNISED' }] }
  const parsed: ParsedFile[] = []
  const refusals: Refusal[] = []
  for (const { name, text } of files) {
    const read = readJson(text)
    if (read.ok) parsed.push({ name: baseName(name), value: read.value })
    else for (const fault of read.refusal) refusals.push(refusalOf(baseName(name), fault))
  }
  const read = refusals.length > 0 ? { ok: false as const, refusal: refusals } : recognised(parsed)
  return read.ok ? read : { ok: false, refusal: shortened(read.refusal) }
}

const recognised = (files: readonly ParsedFile[]): Outcome<ReadImport, Refusal[]> => {
  const [first] = files
  if (first === undefined || files.length > 1) return readFolder(files)
  const { name: file, value } = first
  if (isObject(value)) {
    if ('format' in value) return readPack(file, value)
    if ('resourceType' in value) return { ok: true, value: { kind: 'fhir', file, resource: value } }
    if ('instrument' in value && 'survey' in value) return readOneFile(file, value)
  }
  return { ok: false, refusal: [{ code: 'FILES_NOT_RECOGNISED', at: file }] }
}

const readFolder = (files: readonly ParsedFile[]): Outcome<ReadImport, Refusal[]> => {
  const partOf = (part: keyof Questionnaire) => files.find(({ name }) => name === `${part}.json`)
  const missing = parts.filter((part) => partOf(part) === undefined)
  if (missing.length > 0)
    return { ok: false, refusal: missing.map((part) => ({ code: 'FILE_MISSING', at: `${part}.json` })) }
  return asInstrument(
    'folder',
    {
      instrument: partOf('instrument')?.value,
      survey: partOf('survey')?.value,
      vectors: partOf('vectors')?.value,
    },
    (part) => ({ file: `${part}.json`, path: [] }),
  )
}

const readOneFile = (file: string, value: object): Outcome<ReadImport, Refusal[]> => {
  const { instrument, survey, vectors, ...others }: Partial<QuestionnaireFiles> = value
  const unknown = Object.keys(others).map((key) => refusalOf(file, { code: 'UNKNOWN_KEY', path: [key] }))
  if (unknown.length > 0) return { ok: false, refusal: unknown }
  return asInstrument('file', { instrument, survey, vectors }, (part) => ({ file, path: [part] }))
}

const asInstrument = (
  source: 'folder' | 'file',
  files: QuestionnaireFiles,
  placeOf: (part: keyof Questionnaire) => PartPlace,
): Outcome<ReadImport, Refusal[]> => {
  const read = checkQuestionnaire(files, placeOf)
  return read.ok
    ? { ok: true, value: { kind: 'instrument', source, questionnaire: read.value, placeOf } }
    : read
}

const readPack = (file: string, value: unknown): Outcome<ReadImport, Refusal[]> => {
  const parsed = wordingPackSchema.safeParse(value)
  return parsed.success
    ? { ok: true, value: { kind: 'wording', file, pack: parsed.data } }
    : { ok: false, refusal: shapeFaults(parsed.error).map((fault) => refusalOf(file, fault)) }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const baseName = (name: string): string => name.split(/[\\/]/).at(-1) ?? name
