import { evalFhirPathTyped, type TypedValue, toTypedValue } from '@medplum/core'
import type { FhirQuestionnaire } from '../../../src/instruments/fhir/resource.ts'
import type { FhirResponse } from '../../../src/instruments/fhir/response-to-fhir.ts'

/** The scores another program calculates from what is exported: every `calculatedExpression`, by `linkId`. */
export const calculatedScores = (
  { extension = [], item = [], ...form }: FhirQuestionnaire,
  response: FhirResponse,
): Record<string, unknown> => {
  const known: Record<string, TypedValue> = {
    '%questionnaire': toTypedValue({ ...form, extension, item }),
    '%resource': toTypedValue(response),
  }
  const evaluated = (expression: string) => evalFhirPathTyped(expression, [toTypedValue(response)], known)[0]
  for (const { valueExpression } of extension)
    if (valueExpression?.name !== undefined && valueExpression.expression !== undefined)
      known[`%${valueExpression.name}`] = evaluated(valueExpression.expression) ?? {
        type: 'undefined',
        value: undefined,
      }
  return Object.fromEntries(
    item.flatMap(({ linkId, extension: own = [] }) =>
      own.flatMap(({ valueExpression }) =>
        valueExpression?.expression === undefined
          ? []
          : [[linkId, evaluated(valueExpression.expression)?.value]],
      ),
    ),
  )
}
