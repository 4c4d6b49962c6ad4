import type { ImportFiles } from '../../room/contract/library.ts'
export const readFhir = (_: ImportFiles): null | { a: 1 } => null
