import { type Consent, consentKind } from '../../casework/consents/consent.ts'
import { type Disclosure, disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { type CaseStanding, caseStandingKind } from '../../casework/files/case-standing.ts'
import type { RecordKind } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import { type Referral, referralKind } from '../../casework/referrals/referral.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'

interface Words {
  receiver: string
  question: string
  told: string
  person: string
  summary: string
  aftercare: string
}
const words: Record<Language, Words> = {
  'zh-CN': {
    receiver: '示例县医院心理科',
    question: '示例：请评估睡眠情况，看是否需要药物。',
    told: '示例：近一个月睡不好，白天没有精神。',
    person: '示例医生',
    summary: '示例：来时睡不着，谈了六次，现在睡得好，回去上班了。',
    aftercare: '示例：有事随时来；家里人也知道电话。',
  },
  en: {
    receiver: 'Psychology, Example County Hospital',
    question: 'Example: please look at the sleep, and whether medication is needed.',
    told: 'Example: poor sleep for a month, tired in the daytime.',
    person: 'Example doctor',
    summary: 'Example: came without sleep, six sessions; sleeps well now and is back at work.',
    aftercare: 'Example: may come at any time; the family knows the telephone number.',
  },
}

/** A referral that its receiver has accepted, with the consent and the disclosure it rests on, and a file that waits to be closed. */
export const demoReferrals = (
  vault: Pick<OpenVault, 'drawId' | 'staff'>,
  { clients, alerts, decisions }: Pick<SimulatedRoom, 'clients' | 'alerts' | 'decisions'>,
  language: Language,
): Change[] => {
  const by = vault.staff.id
  const said = words[language]
  const at = (daysAgo: number, hour: number) => instantAt(addDays(today(), -daysAgo), hour * 60)
  const put = <T>(kind: RecordKind<T>, value: T, id = vault.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })
  const calm = clients.filter(({ id }) =>
    alerts.every(({ value }) => value.clientId !== id || value.handling !== null),
  )
  const isGrown = (birthDate: string | null) => birthDate !== null && birthDate < addDays(today(), -18 * 366)
  const tierOf = (id: string) => decisions.findLast(({ value }) => value.clientId === id)?.value.tier
  const referred = calm.findLast(({ id, value }) => tierOf(id) === 'watch' && isGrown(value.birthDate))
  const leaving = calm.findLast(({ id }) => tierOf(id) === 'general')

  const changes: Change[] = []
  if (referred !== undefined) {
    const [consentId, referralId, disclosureId] = [vault.drawId(), vault.drawId(), vault.drawId()]
    const clientId = referred.id
    const consent: Consent = {
      clientId,
      purpose: 'referral',
      recipient: said.receiver,
      textVersion: '2026-1',
      givenBy: 'self',
      manner: 'written',
      givenAt: at(9, 9),
      recordedBy: by,
      withdrawnAt: null,
    }
    const disclosure: Disclosure = {
      clientId,
      what: { kind: 'referral', id: referralId },
      fileHash: null,
      recipient: said.receiver,
      basis: 'consentedReferral',
      purpose: said.question,
      consent: consentId,
      disclosedBy: by,
      disclosedAt: at(9, 10),
      fields: ['name', 'reason'],
      authorised: { kind: 'self' },
      clientTold: [{ state: 'told', by, at: at(9, 10), note: '' }],
    }
    const referral: Referral = {
      clientId,
      receiver: { kind: 'hospital', name: said.receiver, contact: '000-0000-0003' },
      urgency: 'planned',
      question: said.question,
      told: said.told,
      consent: consentId,
      writtenBy: by,
      writtenAt: at(9, 9.5),
      steps: [
        { kind: 'sent', by, at: at(9, 10), disclosure: disclosureId, way: 'slip' },
        { kind: 'accepted', by, at: at(8, 15), person: said.person },
      ],
    }
    changes.push(
      put(consentKind, consent, consentId),
      put(disclosureKind, disclosure, disclosureId),
      put(referralKind, referral, referralId),
    )
  }
  if (leaving !== undefined) {
    const standing: CaseStanding = {
      clientId: leaving.id,
      steps: [
        {
          kind: 'proposed',
          by,
          at: at(1, 16),
          reason: 'goalsReached',
          summary: said.summary,
          outcomes: [],
          aftercare: said.aftercare,
          aftercareDue: addDays(today(), 60),
        },
      ],
    }
    changes.push(put(caseStandingKind, standing))
  }
  return changes
}
