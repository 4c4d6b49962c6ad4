import shipped from '../../../resources/score-entry.json'
import { readScoreForms, type ScoreForm } from '../../casework/assessments/score-form.ts'
import { RoomError } from '../room-error.ts'

const read = readScoreForms(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)

/** Forms of which only the result may be entered, as they came with this version. */
export const scoreForms: ScoreForm[] = read.value
