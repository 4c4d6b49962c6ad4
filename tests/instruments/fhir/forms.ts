import { questionnaireFromFhir } from '../../../src/instruments/fhir/questionnaire-from-fhir.ts'
import type { Item } from '../../../src/instruments/fhir/resource.ts'

const hl7 = 'http://hl7.org/fhir/StructureDefinition'
export const ordinal = `${hl7}/ordinalValue`
export const calculated =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'

/** Items as other houses write them: our own fields and whatever a test adds. */
export type AnyItem = Item & Record<string, unknown>

/** A choice of numbered answers. */
export const choice = (
  linkId: string,
  values: readonly number[] = [0, 1, 2, 3],
  more: object = {},
): AnyItem => ({
  linkId,
  type: 'choice',
  text: `Question ${linkId}`,
  answerOption: values.map((value) => ({
    extension: [{ url: ordinal, valueDecimal: value }],
    valueCoding: { system: 'http://example.org/answers', code: `a${value}`, display: `Answer ${value}` },
  })),
  ...more,
})

export const fhirPath = (expression: string, name?: string) => ({
  language: 'text/fhirpath',
  expression,
  ...(name === undefined ? {} : { name }),
})

export const variable = (name: string, expression: string) => ({
  url: `${hl7}/variable`,
  valueExpression: fhirPath(expression, name),
})

/** An item that is calculated. */
export const scored = (
  expression: string,
  variables: Record<string, string> = {},
  linkId = 'total',
): AnyItem => ({
  linkId,
  type: 'decimal',
  text: 'Total score',
  readOnly: true,
  extension: [
    ...Object.entries(variables).map(([name, of]) => variable(name, of)),
    { url: calculated, valueExpression: fhirPath(expression) },
  ],
})

export const form = (item: readonly AnyItem[], more: object = {}): Record<string, unknown> => ({
  resourceType: 'Questionnaire',
  status: 'active',
  language: 'en',
  name: 'Example_form',
  title: 'Example form',
  item,
  ...more,
})

/** What is read of a form; it must be read. */
export const drafted = (resource: unknown) => {
  const read = questionnaireFromFhir('form.json', resource)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** The codes and places of what is left out. */
export const leftOut = (resource: unknown): string[] =>
  drafted(resource).notUnderstood.map(({ code, at }) => `${code} ${at?.replace('form.json#', '')}`)

/** Why a form is refused; none when it is read. */
export const refusalsOf = (resource: unknown): string[] => {
  const read = questionnaireFromFhir('form.json', resource)
  return read.ok ? [] : read.refusal.map(({ code, at }) => `${code} ${at?.replace('form.json#', '')}`)
}
