import type { FhirDraft } from '../../instruments/fhir/questionnaire-from-fhir.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { ImportFacts } from '../../room/contract/library.ts'
import { readAnswers } from './import/example-answers.ts'
import {
  addedScore,
  type FhirFields,
  type LabelFields,
  type ScaleFields,
  scalesOf,
} from './import/fhir-fields.ts'

/** What was filled in about a FHIR Questionnaire, as the room takes it. Answers have been looked at by the form. */
export const factsOf = ({ instrument }: FhirDraft, fields: FhirFields): ImportFacts => {
  const scales = scalesOf(instrument, fields.addUp)
  const isAdded = instrument.scales.length === 0 && fields.addUp
  return {
    instrument: {
      id: fields.id.trim(),
      version: fields.version.trim(),
      raters: fields.raters,
      modes: fields.modes,
      qualification: fields.training.zh.trim() === '' ? null : labelOf(fields.training),
      ages: {
        ...(fields.minAge === null ? {} : { min: fields.minAge }),
        ...(fields.maxAge === null ? {} : { max: fields.maxAge }),
      },
      timeFrame: fields.timeFrame,
      terms: termsOf(fields.terms),
      provenance: Object.fromEntries(
        Object.entries(fields.wording).map(([language, { status, source }]) => [
          language,
          { status, sources: [source.trim()], note: null },
        ]),
      ),
      missing:
        fields.missing.rule === 'noScore'
          ? { rule: 'noScore' }
          : { rule: fields.missing.rule, atMost: fields.missing.atMost },
      ...(isAdded ? { items: instrument.items.map(({ id }) => ({ id, required: true })) } : {}),
      scales: scales.flatMap((id) => {
        const given = fields.scales[id]
        return given === undefined
          ? []
          : [{ ...(isAdded ? addedScore(instrument) : {}), ...scaleFacts(id, given) }]
      }),
      criticalItems: fields.critical,
    },
    examples: fields.examples.map(({ answers, scores }) => ({
      answers: readAnswers(instrument, answers) ?? {},
      scores: Object.fromEntries(scales.map((id) => [id, scores[id] ?? Number.NaN])),
    })),
  }
}

const labelOf = ({ zh, en = '' }: LabelFields) => ({
  'zh-CN': zh.trim(),
  en: en.trim() === '' ? zh.trim() : en.trim(),
})

const termsOf = ({ flags, credit, ...terms }: FhirFields['terms']): Instrument['terms'] => ({
  class: terms.class,
  statement: terms.statement.trim(),
  url: terms.url.trim(),
  seen: terms.seen.trim(),
  credit: credit.trim() === '' ? null : credit.trim(),
  nonCommercial: flags.includes('nonCommercial'),
  noModification: flags.includes('noModification'),
  officialTranslationOnly: flags.includes('officialTranslationOnly'),
})

const scaleFacts = (id: string, { label, direction, citation, bands }: ScaleFields) => ({
  id,
  label: label.zh.trim() === '' ? null : labelOf(label),
  direction,
  citation: citation.trim(),
  bands: bands
    .toSorted((a, b) => a.min - b.min)
    .map((band, index) => ({
      id: `band${index + 1}`,
      min: band.min,
      max: band.max,
      label: labelOf(band.label),
    })),
})
