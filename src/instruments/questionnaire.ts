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

/**
 * Checks the three files of one folder against their schemas and against each other.
 * Every refusal names folder, file and path, such as `phq-9/survey.json#/pages/0/elements/3/title`.
 */
export const readQuestionnaire = (
  folder: string,
  files: QuestionnaireFiles,
): Outcome<Questionnaire, Refusal[]> => {
  const refusals: Refusal[] = []
  const refuse = (file: keyof Questionnaire, faults: Iterable<Fault>) => {
    for (const fault of faults) refusals.push(refusalOf(`${folder}/${file}.json`, fault))
  }
  const parse = <T>(file: keyof Questionnaire, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(files[file])
    if (!parsed.success) refuse(file, shapeFaults(parsed.error))
    return parsed.data
  }
  const instrument = parse('instrument', instrumentSchema)
  const survey = parse('survey', surveySchema)
  const vectors = parse('vectors', vectorsSchema)
  if (instrument === undefined || survey === undefined || vectors === undefined)
    return { ok: false, refusal: refusals }

  if (instrument.id !== folder) refuse('instrument', [{ code: 'FOLDER_DIFFERS', path: ['id'] }])
  refuse('instrument', instrumentFaults(instrument))
  refuse('survey', surveyFaults(survey, instrument))
  return refusals.length > 0 ? { ok: false, refusal: refusals } : done({ instrument, survey, vectors })
}
