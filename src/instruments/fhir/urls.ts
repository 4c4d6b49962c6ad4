const hl7 = 'http://hl7.org/fhir/StructureDefinition'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'

/** What extensions and code systems are called in FHIR, and what is our own. */
export const urls = {
  ordinalValue: `${hl7}/ordinalValue`,
  /** The same, on an entry of a value set. */
  valueSetOrdinal: `${hl7}/valueset-ordinalValue`,
  /** R5 name of `ordinalValue`. */
  itemWeight: `${hl7}/itemWeight`,
  translation: `${hl7}/translation`,
  variable: `${hl7}/variable`,
  hidden: `${hl7}/questionnaire-hidden`,
  calculatedExpression: `${sdc}/sdc-questionnaire-calculatedExpression`,
  loinc: 'http://loinc.org',
  /** The three files of a questionnaire, as JSON: what a Questionnaire has no place for. */
  files: 'urn:anxin:fhir:questionnaire-files',
  /** On a score: the published band it lies in. */
  band: 'urn:anxin:fhir:band',
  /** On a response: `scored`, `prorated`, `incomplete`, `invalid` or `outOfRange`. */
  scoreStatus: 'urn:anxin:fhir:score-status',
} as const

export const instrumentUrl = (id: string): string => `urn:anxin:instrument:${id}`
export const codingUrl = (id: string, coding: string): string => `urn:anxin:coding:${id}:${coding}`
export const bandsUrl = (id: string, scale: string): string => `urn:anxin:bands:${id}:${scale}`
/** `linkId` of the item that holds the score of a scale. */
export const scoreLinkId = (scale: string): string => `score-${scale}`
