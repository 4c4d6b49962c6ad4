import type { Assessment, Rater } from '../../casework/assessments/assessment.ts'
import type { Client } from '../../casework/clients/client.ts'
import { calledName } from '../../casework/clients/shown-name.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { type AnsweredQuestionnaire, responseToFhir } from '../../instruments/fhir/response-to-fhir.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { questionnaireOf } from '../library/room-library.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** What a reader of the file must not miss about a score, in the language of the file. */
const scoreNotes: Record<Language, Partial<Record<ScoreResult['status'], string>>> = {
  'zh-CN': { prorated: '有题未答，按已答题折算', outOfRange: '超出适用年龄，只供参考' },
  en: { prorated: 'prorated from the questions answered', outOfRange: 'outside the ages it is made for' },
}

/**
 * A finished assessment as a FHIR R4 QuestionnaireResponse with the client's name. The file's name has none. Refused with
 * ASSESSMENT_OPEN; rejects with INSTRUMENT_MISSING.
 */
export const assessmentFile = async (
  session: Session,
  client: Stored<Client>,
  { id, value: assessment }: Stored<Assessment>,
): Promise<Outcome<OutgoingFile>> => {
  const { instrument, language, answeredAt, answers, result, mode, startedBy, rater } = assessment
  if (answeredAt === null || result === null) return refused('ASSESSMENT_OPEN')
  const names = staffNames(session)
  const response = responseToFhir(await questionnaireOf(session, assessment), {
    id,
    language,
    client: { name: calledName(client.value), fileNumber: client.value.fileNumber },
    rater: named(rater, names),
    enteredBy: mode === 'staff' ? (names[startedBy] ?? null) : null,
    answeredAt,
    answers,
    result,
    scoreNote: scoreNotes[language][result.status] ?? null,
  })
  const bytes = new TextEncoder().encode(`${JSON.stringify(response, null, 2)}\n`)
  return done({ name: `${instrument}-${dayOf(answeredAt)}.fhir.json`, bytes })
}

const named = (rater: Rater, names: Record<string, string>): AnsweredQuestionnaire['rater'] =>
  rater.kind === 'staff' ? { kind: 'staff', name: names[rater.staffId] ?? rater.staffId } : rater
