import type { z } from 'zod'
import { type Fault, refusalOf, shapeFaults } from './fault.ts'
import { type Instrument, instrumentSchema } from './instrument.ts'
import { instrumentFaults } from './instrument-faults.ts'
import { done, type Outcome, type Refusal } from './outcome.ts'
import { type Survey, surveySchema } from './survey.ts'
import { surveyFaults } from './survey-faults.ts'
import { type Vectors, vectorsSchema } from './vectors.ts'

/** A folder of `questionnaires/`, read and checked. */
export interface Questionnaire {
  instrument: Instrument
  survey: Survey
  vectors: Vectors
}

/** The parsed files of a folder, each `<name>.json` on disk. */
export type QuestionnaireFiles = { [File in keyof Questionnaire]: unknown }

/** Where one part of a questionnaire stands: a file, and a path inside it. */
export interface PartPlace {
  file: string
  path: readonly PropertyKey[]
}

/** Checks the three parts of a questionnaire against their schemas and against each other; gives every fault with its place. */
export const checkQuestionnaire = (
  files: QuestionnaireFiles,
  placeOf: (part: keyof Questionnaire) => PartPlace,
): Outcome<Questionnaire, Refusal[]> => {
  const refusals: Refusal[] = []
  const refuse = (part: keyof Questionnaire, faults: Iterable<Fault>) => {
    const { file, path } = placeOf(part)
    for (const fault of faults) refusals.push(refusalOf(file, { ...fault, path: [...path, ...fault.path] }))
  }
  const parse = <T>(part: keyof Questionnaire, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(files[part])
    if (!parsed.success) refuse(part, shapeFaults(parsed.error))
    return parsed.data
  }
  const instrument = parse('instrument', instrumentSchema)
  const survey = parse('survey', surveySchema)
  const vectors = parse('vectors', vectorsSchema)
  if (instrument === undefined || survey === undefined || vectors === undefined)
    return { ok: false, refusal: refusals }

  refuse('instrument', instrumentFaults(instrument))
  refuse('survey', surveyFaults(survey, instrument))
  return refusals.length > 0 ? { ok: false, refusal: refusals } : done({ instrument, survey, vectors })
}

/**
 * Checks the three files of one folder of `questionnaires/`, which bears the instrument's id.
 * Every refusal names folder, file and path, such as `phq-9/survey.json#/pages/0/elements/3/title`.
 */
export const readQuestionnaire = (
  folder: string,
  files: QuestionnaireFiles,
): Outcome<Questionnaire, Refusal[]> => {
  const placeOf = (part: keyof Questionnaire) => ({ file: `${folder}/${part}.json`, path: [] })
  const read = checkQuestionnaire(files, placeOf)
  if (!read.ok || read.value.instrument.id === folder) return read
  return {
    ok: false,
    refusal: [refusalOf(placeOf('instrument').file, { code: 'FOLDER_DIFFERS', path: ['id'] })],
  }
}
