import plan from '../../../resources/release-plan.json'
import type { Language } from '../../casework/records/values.ts'

/** What a table of the release plan is called; null for an id that is no table's. */
export const tableTitle = (id: string, language: Language): string | null =>
  plan.tables.find((table) => table.id === id)?.title[language] ?? null
