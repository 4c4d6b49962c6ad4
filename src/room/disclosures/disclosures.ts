import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { clientKind } from '../../casework/clients/client.ts'
import {
  type Disclosure,
  type DisclosureField,
  disclosureKind,
  disclosureSchema,
} from '../../casework/disclosures/disclosure.ts'
import { isTellingOwed } from '../../casework/disclosures/disclosure-blocks.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { assessmentCompleted } from '../assessments/assessment-completed.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { DisclosuresApi } from '../contract/disclosures.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { accounted, actionOf, tellingEntry } from './accounted.ts'
import { assessmentFile } from './assessment-file.ts'

type Asked<Name extends keyof DisclosuresApi> = Parameters<DisclosuresApi[Name]>[0]

/** What the file of an assessment says about somebody. */
const inAssessmentFile: readonly DisclosureField[] = ['name', 'results']

/** What leaves the room with somebody's name on it. */
export const disclosuresApi = (session: () => Session): DisclosuresApi => ({
  async disclosures(clientId) {
    const { records, unreadable } = await session().ofClient(disclosureKind, clientId)
    const { privacy } = await roomRules(session())
    return {
      disclosures: records.toSorted((a, b) => b.value.disclosedAt.localeCompare(a.value.disclosedAt)),
      owed: records.filter(({ value }) => isTellingOwed(value, privacy)).map(({ id }) => id),
      rules: privacy.disclosures,
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async exportAssessment(input: Asked<'exportAssessment'>): Promise<Outcome<OutgoingFile>> {
      const { vault, me, get, commit } = session()
      const assessment = await get(assessmentKind, input.assessmentId)
      const { clientId } = assessment.value
      const client = await get(clientKind, clientId)
      const consent = await mayDo(session(), actionOf[input.basis], clientId, input.recipient)
      if (!consent.ok) return consent
      const file = await assessmentFile(session(), client, assessment)
      if (!file.ok) return file
      const completed = await assessmentCompleted(session(), assessment, actionOf[input.basis])
      if (!completed.ok) return completed
      const { privacy } = await roomRules(session())
      const disclosure = accounted(
        input,
        {
          clientId,
          what: { kind: 'assessment', id: assessment.id },
          fileHash: await sha256Hex(file.value.bytes),
          consent: consent.value,
          fields: inAssessmentFile,
          disclosedBy: me.id,
          disclosedAt: now(),
        },
        privacy,
      )
      if (!disclosure.ok) return disclosure
      await commit([
        { kind: disclosureKind, id: vault.drawId(), expectedRevision: 0, value: disclosure.value },
      ])
      void vault.trail.note({ action: 'exported', kind: assessmentKind, about: clientId })
      void vault.trail.sign().catch(() => undefined)
      return file
    },
    async recordDisclosure(input: Asked<'recordDisclosure'>): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      const { clientId, what, fields } = input
      const consent = await mayDo(session(), actionOf[input.basis], clientId, input.recipient)
      if (!consent.ok) return consent
      const { privacy } = await roomRules(session())
      const disclosure = accounted(
        input,
        {
          clientId,
          what: { kind: what },
          fileHash: null,
          consent: consent.value,
          fields,
          disclosedBy: me.id,
          disclosedAt: now(),
        },
        privacy,
      )
      if (!disclosure.ok) return disclosure
      const id = vault.drawId()
      await commit([{ kind: disclosureKind, id, expectedRevision: 0, value: disclosure.value }])
      void vault.trail.note({ action: 'exported', kind: disclosureKind, about: clientId })
      return done({ id })
    },
    async noteTelling({ id, telling }: Asked<'noteTelling'>): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { revision, value } = await get(disclosureKind, id)
      const told: Disclosure = {
        ...value,
        clientTold: [...(value.clientTold ?? []), tellingEntry(telling, me.id, now())],
      }
      if (!disclosureSchema.safeParse(told).success) return refused('DISCLOSURE_INVALID', { at: 'telling' })
      await commit([{ kind: disclosureKind, id, expectedRevision: revision, value: told }])
      return done(null)
    },
  }),
})
