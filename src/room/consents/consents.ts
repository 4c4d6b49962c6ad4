import { clientKind } from '../../casework/clients/client.ts'
import { type Consent, consentKind } from '../../casework/consents/consent.ts'
import { consentStandings } from '../../casework/consents/consent-standing.ts'
import { checkConsent } from '../../casework/consents/who-consents.ts'
import { ageOn } from '../../casework/records/age.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ConsentDraft, ConsentsApi, Withdrawal } from '../contract/consents.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { consentTexts } from './consent-texts.ts'
import { endingChanges, endsWith } from './ending.ts'

/** What clients agree to, and take back. */
export const consentsApi = (session: () => Session): ConsentsApi => ({
  async consentStandings(clientId) {
    const { get, ofClient } = session()
    const { birthDate } = (await get(clientKind, clientId)).value
    const { records, unreadable } = await ofClient(consentKind, clientId)
    const { privacy: rules } = await roomRules(session())
    return {
      standings: consentStandings(records, { birthDate, today: today(), rules, texts: consentTexts }),
      from14to17: rules.from14to17,
      unreadable,
    }
  },
  async endsWithConsent(consentId) {
    const { value } = await session().get(consentKind, consentId)
    return endsWith(session(), value, now())
  },
  ...commands({
    async recordConsent(input: ConsentDraft): Promise<Outcome<null>> {
      const { vault, me, get, ofClient, commit } = session()
      const { birthDate } = (await get(clientKind, input.clientId)).value
      const { privacy: rules } = await roomRules(session())
      const checked = checkConsent(input, { age: ageOn(birthDate, today()), rules }, consentTexts)
      if (!checked.ok) return checked
      const { records: earlier } = await ofClient(consentKind, input.clientId)
      const latest = earlier
        .map(({ value }) => value.givenAt)
        .toSorted()
        .at(-1)
      // Of several the newest holds, whatever the clock said before.
      const givenAt = latest === undefined ? now() : nowAfter(latest)
      const consent: Consent = { ...input, givenAt, recordedBy: me.id, withdrawnAt: null }
      await commit([{ kind: consentKind, id: vault.drawId(), expectedRevision: 0, value: consent }])
      return done(null)
    },
    async withdrawConsent({ id, revision, by, manner, because }: Withdrawal): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const { value } = await get(consentKind, id)
      if (value.withdrawnAt !== null) return refused('ALREADY_WITHDRAWN')
      const reason = because.trim()
      if (reason.length < 2) return refused('REASON_NEEDED', { at: 'because' })
      const at = now()
      const withdrawn: Consent = {
        ...value,
        withdrawnAt: at,
        withdrawal: { by, manner, recordedBy: me.id },
      }
      await commit([
        { kind: consentKind, id, expectedRevision: revision, value: withdrawn },
        ...(await endingChanges(session(), { id, revision, value }, at, reason)),
      ])
      return done(null)
    },
  }),
})
