import { checkPaperScore } from '../../casework/assessments/check-paper-score.ts'
import { type PaperScore, paperScoreKind, paperScoreSchema } from '../../casework/assessments/paper-score.ts'
import { paperScoreAlerts } from '../../casework/assessments/paper-score-alerts.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { PaperScoresApi } from '../contract/paper-scores.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { scoreForms } from './score-forms.ts'

type Entry = Parameters<PaperScoresApi['enterPaperScore']>[0]

/** Whether an entry can be corrected by this one: it is of the same client and form, and stands uncorrected. */
const checkCorrection = async ({ get, ofClient }: Session, entry: Entry): Promise<Outcome<null>> => {
  if (entry.correction === null) return done(null)
  const { of } = entry.correction
  const { value } = await get(paperScoreKind, of)
  if (value.clientId !== entry.clientId || value.form !== entry.form) throw new RoomError('NOT_FOUND')
  const { records: own } = await ofClient(paperScoreKind, entry.clientId)
  return own.some((other) => other.value.correction?.of === of) ? refused('ALREADY_CORRECTED') : done(null)
}

/** The entries that one corrects: the one it names, the one that named, and so on. */
const earlierThan = (entries: readonly Stored<PaperScore>[], { correction }: PaperScore): string[] => {
  const before = entries.find(({ id }) => id === correction?.of)
  return before ? [before.id, ...earlierThan(entries, before.value)] : []
}

/** Results of paper forms whose questions are not in this program. */
export const paperScoresApi = (session: () => Session): PaperScoresApi => ({
  scoreForms: async () => scoreForms,
  async paperScores(clientId) {
    const { records, unreadable } = await session().ofClient(paperScoreKind, clientId)
    const scores = records.toSorted(
      (a, b) => b.value.day.localeCompare(a.value.day) || b.value.enteredAt.localeCompare(a.value.enteredAt),
    )
    return { scores, unreadable, staffNames: staffNames(session()) }
  },
  ...commands({
    async enterPaperScore(input: Entry): Promise<Outcome<Stored<PaperScore>>> {
      const { vault, me, get, ofClient, commit } = session()
      const form = scoreForms.find(({ id }) => id === input.form)
      if (form === undefined) return refused('UNKNOWN_FORM', { at: input.form })
      const at = now()
      const read = paperScoreSchema.safeParse({ ...input, enteredBy: me.id, enteredAt: at })
      if (!read.success)
        return refused('PAPER_SCORE_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
      const { data: value } = read
      await get(clientKind, value.clientId)
      for (const checked of [checkPaperScore(form, value, today()), await checkCorrection(session(), value)])
        if (!checked.ok) return checked
      // What staff rated themselves is their own note.
      const agreed = await mayDo(
        session(),
        form.rater === 'staff' ? 'noteObservation' : 'askClient',
        value.clientId,
      )
      if (!agreed.ok) return agreed

      const entry = { id: vault.drawId(), value }
      const { records: alerts } = await ofClient(criticalAlertKind, value.clientId)
      const earlier = earlierThan((await ofClient(paperScoreKind, value.clientId)).records, value)
      const raised = alerts
        .map((alert) => alert.value)
        .filter((alert) => earlier.includes(alert.assessmentId))
      await commit([
        { kind: paperScoreKind, ...entry, expectedRevision: 0 },
        ...paperScoreAlerts(entry, form, at, raised).map((alert) => ({
          kind: criticalAlertKind,
          id: vault.drawId(),
          expectedRevision: 0,
          value: alert,
        })),
      ])
      return done({ ...entry, revision: 1 })
    },
  }),
})
