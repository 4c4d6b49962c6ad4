import type { Assessment } from '../casework/assessment.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Refusal } from '../instruments/outcome.ts'
import { type Questionnaire, readQuestionnaire } from '../instruments/questionnaire.ts'
import { RoomError } from './room-error.ts'

const parts = ['survey', 'instrument', 'vectors'] as const

const files = import.meta.glob<unknown>('../../questionnaires/*/*.json', { eager: true, import: 'default' })

const folders = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))].toSorted()

/** The questionnaires that came with this version; a broken one is named and does not keep the others away. */
export const questionnaires: { available: Questionnaire[]; broken: Refusal[] } = (() => {
  const available: Questionnaire[] = []
  const broken: Refusal[] = []
  for (const folder of folders) {
    const [survey, instrument, vectors] = parts.map(
      (part) => files[`../../questionnaires/${folder}/${part}.json`],
    )
    const read = readQuestionnaire(folder, { survey, instrument, vectors })
    if (read.ok) available.push(read.value)
    else broken.push(...read.refusal)
  }
  return { available, broken }
})()

/** A questionnaire by its instrument's id. */
export const questionnaireOf = (instrument: string): Questionnaire | undefined =>
  questionnaires.available.find((questionnaire) => questionnaire.instrument.id === instrument)

/** The very instrument an assessment was begun with. Throws INSTRUMENT_MISSING when it is not here, or not in that version. */
export const instrumentOf = ({
  instrument,
  instrumentVersion,
}: Pick<Assessment, 'instrument' | 'instrumentVersion'>): Instrument => {
  const found = questionnaireOf(instrument)?.instrument
  if (found?.version !== instrumentVersion) throw new RoomError('INSTRUMENT_MISSING')
  return found
}
