import type { ScaleOf } from '../../casework/tiers/evidence-of.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { questionnaireOn } from '../clients/client-context.ts'

/** The scales on the shelf, each in its version. */
export const scaleOnShelf =
  (shelf: QuestionnaireShelf): ScaleOf =>
  (instrument, version, scale) =>
    questionnaireOn(shelf, instrument, version)?.instrument.scales.find(({ id }) => id === scale) ?? null
