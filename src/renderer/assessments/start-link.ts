import type { Way } from './ways.ts'

/** Address of the page that starts an assessment, with these instruments chosen. */
export const startLink = (clientId: string, instruments: readonly string[], way: Way): string =>
  `/clients/${clientId}/assessments/new?${new URLSearchParams({ instruments: instruments.join(','), way }).toString()}`
