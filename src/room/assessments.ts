import { type Assessment, assessmentKind, type Rater } from '../casework/assessment.ts'
import { clientKind } from '../casework/client.ts'
import { consentKind } from '../casework/consent.ts'
import { purposesInForce } from '../casework/consent-standing.ts'
import { type AlertHandling, criticalAlertKind } from '../casework/critical-alert.ts'
import type { Stored } from '../casework/record.ts'
import type { Language } from '../casework/values.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { Change } from '../vault/vault.ts'
import { assessmentChanges } from './assessment-changes.ts'
import { now } from './clock.ts'
import { commands } from './commands.ts'
import type { AssessmentsApi } from './contract/assessments.ts'
import { questionnaireOf, questionnaires } from './questionnaires.ts'
import type { Seat } from './seat.ts'
import type { SittingTicket } from './sitting-ticket.ts'

interface Start {
  clientId: string
  instrument: string
  rater: Rater
  language: Language
}

/** Giving questionnaires, and what follows from the answers. */
export const assessmentsApi = (seat: Seat): AssessmentsApi => {
  const { session, inbox } = seat

  /** A new assessment, unless the instrument is not made for this or the client has not agreed. */
  const begin = async ({ clientId, instrument: id, rater, language }: Start, mode: Assessment['mode']) => {
    const instrument = questionnaireOf(id)?.instrument
    if (!instrument) return refused('INSTRUMENT_MISSING', { at: id })
    if (!instrument.raters.includes(rater.kind)) return refused('RATER_NOT_MEANT', { at: id })
    if (!instrument.languages.includes(language)) return refused('LANGUAGE_MISSING', { at: id })
    await session().get(clientKind, clientId)
    const consents = (await session().list(consentKind)).records.map(({ value }) => value)
    const agreed = purposesInForce(consents.filter((consent) => consent.clientId === clientId))
    if (rater.kind !== 'staff' && !agreed.includes('assessment')) return refused('CONSENT_NEEDED')
    const value: Assessment = {
      clientId,
      instrument: id,
      instrumentVersion: instrument.version,
      rater,
      language,
      mode,
      startedAt: now(),
      startedBy: session().me.id,
      answeredAt: null,
      answers: {},
      result: null,
    }
    return done({ id: session().vault.drawId(), value })
  }

  const newAssessment = ({ id, value }: { id: string; value: Assessment }): Change => ({
    kind: assessmentKind,
    id,
    expectedRevision: 0,
    value,
  })

  const answer = async (
    { id, revision, answers }: { id: string; revision: number; answers: Assessment['answers'] },
    finishedAt: string | null,
  ): Promise<Outcome<Stored<Assessment>>> => {
    const { value } = await session().get(assessmentKind, id)
    const taken = await assessmentChanges(session(), { id, revision, value }, { answers, finishedAt })
    await session().commit(taken.changes)
    return done({ id, revision: revision + 1, value: taken.assessment })
  }

  return {
    questionnaires: async () => questionnaires,
    ...commands({
      async startClientMode(input: {
        clientId: string
        instruments: string[]
        language: Language
        largePrint: boolean
      }): Promise<Outcome<null>> {
        const { clientId, instruments, language, largePrint } = input
        if (instruments.length === 0) return refused('NOTHING_CHOSEN')
        const begun: { id: string; value: Assessment }[] = []
        for (const instrument of instruments) {
          const one = await begin({ clientId, instrument, rater: { kind: 'self' }, language }, 'client')
          if (!one.ok) return one
          begun.push(one.value)
        }
        const ticket: SittingTicket = {
          publicKey: session().vault.publicKey('assessment'),
          language,
          largePrint,
          steps: begun.map(({ id, value }) => ({ assessmentId: id, instrument: value.instrument })),
        }
        await session().commit(begun.map(newAssessment))
        await inbox().putTicket({ id: session().vault.drawId(), content: ticket })
        seat.leave()
        return done(null)
      },
      async startAssessment(input: Start): Promise<Outcome<Stored<Assessment>>> {
        const begun = await begin(input, 'staff')
        if (!begun.ok) return begun
        await session().commit([newAssessment(begun.value)])
        return done({ ...begun.value, revision: 1 })
      },
      async saveAnswers(input: { id: string; revision: number; answers: Assessment['answers'] }) {
        return answer(input, null)
      },
      async finishAssessment(input: { id: string; revision: number; answers: Assessment['answers'] }) {
        return answer(input, now())
      },
      async handleAlert(input: {
        id: string
        revision: number
        handling: Omit<AlertHandling, 'handledBy' | 'handledAt'>
      }): Promise<Outcome<null>> {
        const { id, revision } = input
        const alert = await session().get(criticalAlertKind, id)
        const handling: AlertHandling = {
          ...input.handling,
          entry: input.handling.entry.trim(),
          handledBy: session().me.id,
          handledAt: now(),
        }
        if (handling.entry.length < 5) return refused('ENTRY_NEEDED', { at: 'entry' })
        await session().commit([
          { kind: criticalAlertKind, id, expectedRevision: revision, value: { ...alert.value, handling } },
        ])
        return done(null)
      },
    }),
  }
}
