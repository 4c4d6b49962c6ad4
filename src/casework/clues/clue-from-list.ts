import type { Assessment } from '../assessments/assessment.ts'
import type { Stored } from '../records/record.ts'
import type { Language } from '../records/values.ts'
import type { WorkingRules } from '../unit/working-rules.ts'
import type { Clue } from './clue.ts'
import { clueExpires } from './clue-standing.ts'

/** The list of things others noticed: for staff only, and never handed to anybody. */
const clueList = 'behaviour-clues'

/** Whether an instrument is the clue list: what was noticed stands among the clues, never beside scores or on paper for others. */
export const isClueList = (instrument: string): boolean => instrument === clueList

/** A question of the list answered with yes. */
const yes = 1

const byStaff: Record<Language, string> = { 'zh-CN': '工作人员', en: 'staff' }

/** The words of a list's questions, by name. */
export type Wording = Readonly<Record<string, string>>

/**
 * The clue that a finished list leaves where anything on it was answered with yes, also when not all of it was asked; null
 * for any other assessment. To be saved together with the answers.
 */
export function clueFromList(
  { id, value }: Pick<Stored<Assessment>, 'id' | 'value'>,
  wording: Wording,
  rules: Pick<WorkingRules, 'clueExpiresAfterDays'>,
): Clue | null {
  const { instrument, answers, answeredAt, rater, clientId, startedBy, language, remark = '' } = value
  const noticed = Object.entries(answers).flatMap(([question, answer]) => (answer === yes ? question : []))
  if (!isClueList(instrument) || answeredAt === null || noticed.length === 0) return null
  return {
    clientId,
    assessmentId: id,
    source: rater.kind === 'informant' ? rater.relation : byStaff[language],
    told: [...noticed.map((question) => wording[question] ?? question), remark.trim()]
      .filter((line) => line !== '')
      .join('\n'),
    receivedBy: startedBy,
    receivedAt: answeredAt,
    expires: clueExpires(answeredAt, rules),
    outcome: null,
  }
}
