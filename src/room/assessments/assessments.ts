import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { type AlertHandling, criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type ClientModeStart, prepareSitting } from '../client-mode/client-mode.ts'
import { closeTicket } from '../client-mode/take-in-answers.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { AssessmentsApi, EnteredAnswers } from '../contract/assessments.ts'
import { instrumentOf, isTrainedFor, libraryOf } from '../library/room-library.ts'
import type { Seat } from '../seat.ts'
import { alertHandled } from './alert-handled.ts'
import { assessmentChanges } from './assessment-changes.ts'
import { type AssessmentStart, askedFor, begun, newAssessment } from './new-assessment.ts'

const shortestEntry = 5

/** Giving questionnaires, and what follows from the answers. */
export const assessmentsApi = (seat: Seat): AssessmentsApi => {
  const { session } = seat

  const answer = async (
    { id, revision, ...entered }: EnteredAnswers,
    finishedAt: string | null,
  ): Promise<Outcome<Stored<Assessment>>> => {
    const { me, get, commit } = session()
    const { value } = await get(assessmentKind, id)
    // Who goes on with it needs the same training as who began it.
    if (!isTrainedFor(me.id, await instrumentOf(session(), value), await libraryOf(session())))
      return refused('QUALIFICATION_NEEDED', { at: value.instrument })
    const agreed = await mayDo(session(), askedFor[value.rater.kind], value.clientId)
    if (!agreed.ok) return agreed
    await commit(await assessmentChanges(session(), { id, revision, value }, { ...entered, finishedAt }))
    return done(await get(assessmentKind, id))
  }

  return {
    ...commands({
      async startClientMode(input: ClientModeStart): Promise<Outcome<null>> {
        const { session: sitting, inbox } = seat.beginning
        const prepared = await prepareSitting(sitting, input)
        if (!prepared.ok) return prepared
        const { ticket, changes } = prepared.value
        // A page that could not be closed earlier would ask this client what another one was to be asked.
        for (const { id } of await inbox.tickets()) await closeTicket(inbox, id)
        await sitting.commit(changes)
        await inbox.putTicket({ id: sitting.vault.drawId(), content: ticket })
        await seat.signOut('locked')
        return done(null)
      },
      async startAssessment(input: AssessmentStart): Promise<Outcome<Stored<Assessment>>> {
        const fresh = await newAssessment(session(), input, 'staff')
        if (!fresh.ok) return fresh
        await seat.beginning.session.commit([begun(fresh.value)])
        return done(await session().get(assessmentKind, fresh.value.id))
      },
      async saveAnswers(input: EnteredAnswers) {
        return answer(input, null)
      },
      async finishAssessment(input: EnteredAnswers) {
        return answer(input, now())
      },
      async handleAlert(input: {
        id: string
        revision: number
        handling: Omit<AlertHandling, 'handledBy' | 'handledAt'>
      }): Promise<Outcome<{ episode: string | null }>> {
        const { get, commit } = session()
        const entry = input.handling.entry.trim()
        if (entry.length < shortestEntry) return refused('ENTRY_NEEDED', { at: 'entry' })
        const { value } = await get(criticalAlertKind, input.id)
        const alert = { id: input.id, revision: input.revision, value }
        const { changes, episode } = await alertHandled(session(), alert, { ...input.handling, entry })
        await commit(changes)
        return done({ episode })
      },
    }),
  }
}
