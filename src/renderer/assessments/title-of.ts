import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'

/** An instrument's published title; in the language it exists in where there is only one, its id where it is gone. */
export const titleOf = (
  instrument: Pick<Instrument, 'title'> | undefined,
  language: Language,
  id: string,
): string => {
  const title = instrument?.title
  return title?.[language] ?? title?.['zh-CN'] ?? title?.en ?? id
}
