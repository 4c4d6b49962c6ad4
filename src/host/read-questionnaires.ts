import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Outcome, Refusal } from '../instruments/outcome.ts'
import {
  type Questionnaire,
  type QuestionnaireFiles,
  readQuestionnaire,
} from '../instruments/questionnaire.ts'

const names = ['instrument', 'survey', 'vectors'] as const

/** Reads one folder of `questionnaires/`. A file that is missing or no JSON is refused like any other fault. */
export const readQuestionnaireFolder = async (path: string): Promise<Outcome<Questionnaire, Refusal[]>> => {
  const folder = basename(path)
  const files: QuestionnaireFiles = { instrument: null, survey: null, vectors: null }
  const refusals: Refusal[] = []
  for (const name of names) {
    const at = `${folder}/${name}.json`
    try {
      files[name] = JSON.parse(await readFile(join(path, `${name}.json`), 'utf8'))
    } catch (error) {
      if (error instanceof SyntaxError) refusals.push({ code: 'NOT_JSON', at })
      else refusals.push({ code: isMissing(error) ? 'FILE_MISSING' : 'FILE_UNREADABLE', at })
    }
  }
  return refusals.length > 0 ? { ok: false, refusal: refusals } : readQuestionnaire(folder, files)
}

/** Reads every folder under `root`, in order of name. Broken folders are refused; they do not stop the others. */
export const readQuestionnaires = async (
  root: string,
): Promise<{ available: Questionnaire[]; broken: Refusal[] }> => {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const read = await Promise.all(folders.sort().map((folder) => readQuestionnaireFolder(join(root, folder))))
  return {
    available: read.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    broken: read.flatMap((outcome) => (outcome.ok ? [] : outcome.refusal)),
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
