import type { ImportFacts } from '../../room/contract/library.ts'
export function FhirFacts(_: { fhir: unknown; running: boolean; onGiven: (facts: ImportFacts) => void }) {
  return null
}
