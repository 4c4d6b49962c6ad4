import { type Assessment, assessmentKind, isSameSide } from '../../casework/assessments/assessment.ts'
import { clientKind } from '../../casework/clients/client.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { surveyFor } from '../../instruments/survey-for.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { Change } from '../../vault/vault.ts'
import { aboutClient } from '../assessments/about-client.ts'
import { begun, newAssessment } from '../assessments/new-assessment.ts'
import { today } from '../clock.ts'
import type { PageRater } from '../contract/assessments.ts'
import { libraryOf } from '../library/room-library.ts'
import type { Session } from '../session.ts'
import { passFor, type SittingTicket } from './sitting-ticket.ts'

/** What the screen is handed over for. */
export interface ClientModeStart {
  clientId: string
  instruments: string[]
  rater: PageRater
  language: Language
  largePrint: boolean
}

/** One begun on the client's page today and not finished: who began it goes on with it instead of beginning anew. */
const isUnfinished = ({ value }: Stored<Assessment>, wanted: Assessment): boolean =>
  value.mode === 'client' &&
  value.answeredAt === null &&
  dayOf(value.startedAt) === today() &&
  isSameSide(value.rater, wanted.rater) &&
  value.instrument === wanted.instrument &&
  value.instrumentVersion === wanted.instrumentVersion &&
  value.language === wanted.language

/** What is asked: the survey as this client is asked it, and whose it is. */
const askedOf = async (
  session: Session,
  { instrument, survey }: Questionnaire,
  { clientId, startedAt }: Assessment,
): Promise<Pick<SittingTicket['steps'][number], 'instrument' | 'survey'>> => {
  const client = await session.get(clientKind, clientId)
  const { id, title, terms, provenance } = instrument
  const about = aboutClient(client.value, dayOf(startedAt))
  return { instrument: { id, title, terms, provenance }, survey: surveyFor({ instrument, survey }, about) }
}

/** What the client's page needs, in the order asked for, and what has to be saved before it opens. Refused as a new assessment is. */
export const prepareSitting = async (
  session: Session,
  { clientId, instruments, rater, language, largePrint }: ClientModeStart,
): Promise<Outcome<{ ticket: SittingTicket; changes: Change[] }>> => {
  if (instruments.length === 0) return refused('NOTHING_CHOSEN')
  const { records: own } = await session.ofClient(assessmentKind, clientId)
  const changes: Change[] = []
  const steps: SittingTicket['steps'] = []
  const { given } = await libraryOf(session)
  for (const id of new Set(instruments)) {
    const fresh = await newAssessment(session, { clientId, instrument: id, rater, language }, 'client')
    if (!fresh.ok) return fresh
    const questionnaire = given.get(id)?.questionnaire
    if (!questionnaire) return refused('INSTRUMENT_MISSING', { at: id })
    const unfinished = own.find((one) => isUnfinished(one, fresh.value.value))
    if (!unfinished) changes.push(begun(fresh.value))
    const { id: assessmentId, value } = unfinished ?? fresh.value
    steps.push({
      assessmentId,
      ...(await askedOf(session, questionnaire, value)),
      answered: Object.keys(value.answers),
      pass: await passFor(session.vault, assessmentId),
    })
  }
  const publicKey = session.vault.publicKey('assessment')
  return done({ ticket: { publicKey, rater: rater.kind, language, largePrint, steps }, changes })
}
