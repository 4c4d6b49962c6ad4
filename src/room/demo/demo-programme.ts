import { type Battery, batteryKind } from '../../casework/assessments/battery.ts'
import { type PaperScore, paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { type RetestPlan, retestPlanKind } from '../../casework/assessments/retest-plan.ts'
import type { Client } from '../../casework/clients/client.ts'
import { type Consent, consentKind } from '../../casework/consents/consent.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { batteryProposals } from '../programme/battery-proposals.ts'

const adopted = ['adult-first', 'adult-follow-up', 'elder-yearly']
const followUp = 'adult-follow-up'
const everyWeeks = 4

const words: Record<
  Language,
  { clinic: string; doctor: string; hospital: string; misread: string; better: string }
> = {
  'zh-CN': {
    clinic: '示例县医院心理门诊',
    doctor: '门诊医生（示例）',
    hospital: '示例县医院心理科',
    misread: '示例：把 21 看成了 12。',
    better: '示例：已经好转，改为每年一次。',
  },
  en: {
    clinic: 'Example County Hospital, clinic',
    doctor: "the clinic's doctor (example)",
    hospital: 'Example County Hospital, psychology',
    misread: 'Example: 21 was read as 12.',
    better: 'Example: doing better, once a year is enough.',
  },
}

/** What the demonstration gives together and again, results of paper forms, and a consent to a referral. */
export const demoProgramme = async (
  vault: OpenVault,
  { clients, assessments, decisions }: SimulatedRoom,
  language: Language,
): Promise<Change[]> => {
  const me = vault.staff.id
  const said = words[language]
  const put = <T>(kind: RecordKind<T>, value: T, id = vault.drawId()): Change => ({
    kind,
    id,
    expectedRevision: 0,
    value,
  })

  const batteries = batteryProposals
    .filter(({ id }) => adopted.includes(id))
    .map(({ id, name, instruments, everyWeeks: weeks }) => ({
      id: vault.drawId(),
      value: {
        name: name[language],
        instruments,
        everyWeeks: weeks,
        proposal: id,
        madeBy: me,
        madeAt: clients[0]?.value.registeredAt ?? '',
        retired: null,
      } satisfies Battery,
    }))
  const battery = batteries.find(({ value }) => value.proposal === followUp)

  const given = (clientId: string) =>
    assessments.filter(({ value }) => value.clientId === clientId).map(({ value }) => value.instrument)
  const watched = clients.filter(({ id }) => {
    const decided = decisions.findLast(({ value }) => value.clientId === id)?.value.tier ?? 'general'
    return decided !== 'general' && battery?.value.instruments.every((one) => given(id).includes(one))
  })
  const plans = watched.slice(0, 6).flatMap(({ id: clientId }, index): RetestPlan[] => {
    const first = assessments.find(({ value }) => value.clientId === clientId)?.value.answeredAt
    if (!battery || !first) return []
    const ended = index === 5 ? { by: me, at: first, reason: said.better } : null
    const plan = { clientId, battery: battery.id, plannedBy: me, plannedAt: first, ended }
    return [
      {
        ...plan,
        instruments: battery.value.instruments,
        everyWeeks,
        from: addDays(dayOf(first), everyWeeks * 7),
      },
    ]
  })

  const last = (client: Stored<Client>) =>
    assessments.findLast(({ value }) => value.clientId === client.id)?.value.answeredAt ??
    client.value.registeredAt
  const entry = (client: Stored<Client>, form: string, scores: PaperScore['scores']): PaperScore => ({
    clientId: client.id,
    form,
    day: dayOf(last(client)),
    scores,
    source: said.clinic,
    scoredBy: said.doctor,
    remark: '',
    enteredBy: me,
    enteredAt: last(client),
    correction: null,
  })
  const entered = clients.slice(0, 3).map((client, index) => ({
    client,
    id: vault.drawId(),
    value:
      index === 0
        ? entry(client, 'isi', { total: 12 })
        : entry(client, 'psqi', { total: 6 + index, latency: 2 }),
  }))
  const [wrong] = entered

  return [
    ...batteries.map(({ id, value }) => put(batteryKind, value, id)),
    ...plans.map((plan) => put(retestPlanKind, plan)),
    ...entered.map(({ id, value }) => put(paperScoreKind, value, id)),
    ...(wrong
      ? [
          put(paperScoreKind, {
            ...wrong.value,
            scores: { total: 21 },
            correction: { of: wrong.id, reason: said.misread },
          }),
          put(consentKind, referralOf(wrong.client.id, me, wrong.value.enteredAt, said.hospital)),
        ]
      : []),
  ]
}

const referralOf = (clientId: string, recordedBy: string, givenAt: string, recipient: string): Consent => ({
  clientId,
  purpose: 'referral',
  recipient,
  textVersion: '2026-1',
  givenBy: 'self',
  manner: 'written',
  givenAt,
  recordedBy,
  withdrawnAt: null,
})
