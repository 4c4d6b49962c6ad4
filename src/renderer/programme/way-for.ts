import type { Instrument } from '../../instruments/instrument.ts'
import type { Way } from '../assessments/ways.ts'

/** The way in which all these instruments can be given; whoever answers does so alone where that is possible. */
export function wayFor(instruments: readonly Pick<Instrument, 'raters' | 'modes'>[]): Way {
  const all = (rater: Instrument['raters'][number]) =>
    instruments.every(({ raters }) => raters.includes(rater))
  const onPage = instruments.every(({ modes }) => modes.includes('client'))
  if (all('self')) return onPage ? 'clientMode' : 'self'
  if (all('informant')) return onPage ? 'informantClientMode' : 'informant'
  return 'staff'
}
