import type { Instrument } from '../../instruments/instrument.ts'
import type { Way } from '../assessments/ways.ts'

/** The way in which all these instruments can be given, the client answering alone where that is possible. */
export function wayFor(instruments: readonly Pick<Instrument, 'raters' | 'modes'>[]): Way {
  const all = (rater: Instrument['raters'][number]) =>
    instruments.every(({ raters }) => raters.includes(rater))
  if (all('self')) return instruments.every(({ modes }) => modes.includes('client')) ? 'clientMode' : 'self'
  return all('informant') ? 'informant' : 'staff'
}
