/** Where an assessment is started with these instruments chosen. */
export const startAddress = (clientId: string, instruments: readonly string[]): string =>
  `/clients/${clientId}/assessments/new?instruments=${instruments.map(encodeURIComponent).join()}`

/** The instruments an address asks to be chosen. */
export const instrumentsAsked = (search: URLSearchParams): string[] =>
  (search.get('instruments') ?? '').split(',').filter((id) => id !== '')
