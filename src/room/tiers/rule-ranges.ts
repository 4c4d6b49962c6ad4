import type { Instrument } from '../../instruments/instrument.ts'
import type { RangeOf } from '../../tiering/edit-rules.ts'
import { libraryOf } from '../library/room-library.ts'
import { scoreForms } from '../paper-scores/score-forms.ts'
import type { Session } from '../session.ts'

/** Whether somebody filled in what they noticed, for others to verify: its score says nothing of anybody. */
const isClueList = ({ criticalItems }: Pick<Instrument, 'criticalItems'>): boolean =>
  criticalItems.some(({ response }) => response === 'verifyAndRefer')

/** The ranges of all scores a rule may look at: of what is given here, and of forms entered by hand. */
export const rangesOn = async (session: Session): Promise<RangeOf> => {
  const { given } = await libraryOf(session)
  return (id, part) => {
    const instrument = given.get(id)?.questionnaire.instrument
    if (instrument !== undefined)
      return isClueList(instrument) ? null : (instrument.scales.find((one) => one.id === part)?.range ?? null)
    const form = scoreForms.find((one) => one.id === id)
    return form?.scores.find((one) => one.id === part) ?? null
  }
}
