import type { Refusal } from '../../instruments/outcome.ts'
import { type Questionnaire, readQuestionnaire } from '../../instruments/questionnaire.ts'

const parts = ['survey', 'instrument', 'vectors'] as const

const files = import.meta.glob<unknown>('../../../questionnaires/*/*.json', {
  eager: true,
  import: 'default',
})

const folders = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))].toSorted()

/** The questionnaires that came with this version; a broken one is named and does not keep the others away. */
export const shippedQuestionnaires: { available: Questionnaire[]; broken: Refusal[] } = (() => {
  const available: Questionnaire[] = []
  const broken: Refusal[] = []
  for (const folder of folders) {
    const [survey, instrument, vectors] = parts.map(
      (part) => files[`../../../questionnaires/${folder}/${part}.json`],
    )
    const read = readQuestionnaire(folder, { survey, instrument, vectors })
    if (read.ok) available.push(read.value)
    else broken.push(...read.refusal)
  }
  return { available, broken }
})()
