/** Where an assessment is started with these instruments chosen. */
export const startAddress = (clientId: string, instruments: readonly string[]): string =>
  `/clients/${clientId}/assessments/new?instruments=${instruments.map(encodeURIComponent).join()}`
