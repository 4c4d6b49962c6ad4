import type { Path, Reading } from './reading.ts'
import { urls } from './urls.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What is read of each kind of object, and what says nothing about questions or scores. Anything else is reported. */
const known = {
  questionnaire: words(`
    resourceType url version name title _title status copyright code item extension language contained
    id meta text identifier date publisher contact subjectType experimental useContext jurisdiction approvalDate
    lastReviewDate effectivePeriod`),
  item: words(`
    linkId text _text type code required enableWhen enableBehavior answerOption answerValueSet item extension readOnly repeats
    id definition prefix maxLength`),
  option: words('valueCoding valueInteger extension id'),
  coding: words('system code display _display extension id version userSelected designation'),
} as const

const knownExtensions: ReadonlySet<string> = new Set([
  ...Object.values(urls),
  ...[
    'questionnaire-itemControl',
    'questionnaire-optionPrefix',
    'questionnaire-choiceOrientation',
    'questionnaire-displayCategory',
    'questionnaire-unit',
    'questionnaire-unitOption',
    'rendering-style',
    'rendering-styleSensitive',
    'entryFormat',
  ].map((name) => `http://hl7.org/fhir/StructureDefinition/${name}`),
  ...['shortText', 'width', 'itemContext', 'observation-extract', 'observationExtract'].map(
    (name) => `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`,
  ),
])

/**
 * Reports what stands in an object and is not taken: FHIR_ELEMENT, FHIR_EXTENSION. A modifier that is not understood forbids
 * reading the whole: FHIR_MODIFIER.
 */
export const reportLeftOut = (
  reading: Reading,
  kind: keyof typeof known,
  found: object,
  path: Path,
): void => {
  for (const [key, value] of Object.entries(found)) {
    const at = [...path, key]
    if (key === 'modifierExtension' || key === 'implicitRules')
      reading.faults.push({ code: 'FHIR_MODIFIER', path: at })
    else if (!known[kind].has(key)) reading.leftOut.push({ code: 'FHIR_ELEMENT', path: at })
    else if (key === 'extension') reportExtensions(reading, value, at)
    else if (key.startsWith('_') && isObject(value))
      reportExtensions(reading, value.extension, [...at, 'extension'])
  }
}

const reportExtensions = (reading: Reading, found: unknown, path: Path): void => {
  if (!Array.isArray(found)) return
  for (const [index, extension] of found.entries()) {
    const url = isObject(extension) && typeof extension.url === 'string' ? extension.url : ''
    if (!knownExtensions.has(url))
      reading.leftOut.push({
        code: 'FHIR_EXTENSION',
        path: [...path, index],
        detail: { url: url.slice(0, 200) },
      })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
