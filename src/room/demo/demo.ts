import { assessmentKind } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import { consentKind } from '../../casework/consent.ts'
import { criticalAlertKind } from '../../casework/critical-alert.ts'
import { hotlineCallKind } from '../../casework/hotline-call.ts'
import type { RecordKind, Stored } from '../../casework/record.ts'
import type { Role } from '../../casework/staff.ts'
import { tierDecisionKind } from '../../casework/tier-decision.ts'
import { DEMO_COUNTY_CODE, DEMO_UNIT_CODE, type UnitProfile } from '../../casework/unit-profile.ts'
import type { Language } from '../../casework/values.ts'
import { factsOfRoom } from '../../simulation/facts-of-room.ts'
import { simulateRoom } from '../../simulation/simulate-room.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { factKind } from '../../statistics/fact.ts'
import { kdfFloor } from '../../vault/key-derivation.ts'
import { drawRecoveryWords } from '../../vault/recovery-words.ts'
import { type Change, createVault, type OpenVault } from '../../vault/vault.ts'
import { firstRecords } from '../access/set-up.ts'
import { today } from '../clock.ts'
import { shippedQuestionnaires } from '../library/shipped-questionnaires.ts'
import { recordKinds } from '../record-kinds.ts'
import { tierRules } from '../tier-rules.ts'
import { demoVault } from '../which-vault.ts'
import { demoCounty } from './demo-county.ts'
import { demoLibrary } from './demo-library.ts'
import { demoProgramme } from './demo-programme.ts'
import { demoSurveys } from './demo-surveys.ts'

/** Guards nothing but synthetic people, and is shown on the lock screen. */
export const demoPassphrase = 'gentle river demo'

const names: Record<Language, { unit: string; everyRole: string; hotline: string }> = {
  'zh-CN': { unit: '示例镇心理咨询室', everyRole: '示例咨询师', hotline: '示例热线员' },
  en: {
    unit: 'Example Township Counselling Room',
    everyRole: 'Example counsellor',
    hotline: 'Example hotline worker',
  },
}
const everyRole: Role[] = ['counsellor', 'supervisor', 'hotline', 'administrator', 'coordinator']
const clients = 26
const months = 13

/** Makes a demonstration with nothing in it yet, and somebody who may do everything there. */
export const createDemo = async (language: Language): Promise<{ staffId: string; passphrase: string }> => {
  const { unit: name, everyRole: staffName } = names[language]
  const unit: UnitProfile = { kind: 'demo', name, code: DEMO_UNIT_CODE, releaseProfile: 'large' }
  const { staffId } = await createVault({
    name: demoVault,
    kinds: recordKinds,
    kind: unit.kind,
    unitName: name,
    language,
    first: { name: staffName, roles: everyRole, passphrase: demoPassphrase },
    recoveryWords: drawRecoveryWords(language),
    records: await firstRecords(unit, [DEMO_UNIT_CODE, DEMO_COUNTY_CODE]),
    kdf: kdfFloor,
  })
  return { staffId, passphrase: demoPassphrase }
}

/**
 * Fills a demonstration that is still empty with a synthetic room and its county, in which every screen has something to
 * show: all of it or nothing, so that one that was broken off is filled when it is next opened.
 */
export const fillDemo = async (vault: OpenVault, unit: UnitProfile): Promise<void> => {
  if (!vault.opens('identity') || (await vault.list(clientKind)).records.length > 0) return
  const worker = await hotlineWorker(vault, unit)
  const room = simulateRoom(
    { seed: 'anxin-demo', clients, months, until: today() },
    {
      instruments: shippedQuestionnaires.available.map(({ instrument }) => instrument),
      rules: tierRules,
      counsellors: [vault.staff.id],
      hotlineWorkers: [worker, vault.staff.id],
    },
  )
  const language: Language = unit.name === names.en.unit ? 'en' : 'zh-CN'
  await vault.commit([
    ...(await recordsOf(room, vault)),
    ...(await demoLibrary(vault)),
    ...(await demoProgramme(vault, room, language)),
    ...(await demoSurveys(vault, language)),
    ...(await demoCounty(vault, unit)),
  ])
}

const hotlineWorker = async (vault: OpenVault, unit: UnitProfile): Promise<string> => {
  const known = vault.listStaff().find(({ id }) => id !== vault.staff.id)
  if (known) return known.id
  const { hotline: name } = unit.name === names.en.unit ? names.en : names['zh-CN']
  const added = { name, roles: ['hotline' as const], passphrase: demoPassphrase, kdf: kdfFloor }
  return (await vault.addStaff(added)).id
}

const stored = <T>(kind: RecordKind<T>, records: readonly Stored<T>[]): Change[] =>
  records.map(({ id, value }) => ({ kind, id, expectedRevision: 0, value }))

const recordsOf = async (room: SimulatedRoom, vault: OpenVault): Promise<Change[]> => {
  const pseudonyms = new Map<string, string>()
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: Math.ceil(months / 12) + 1 }, (_, back) => String(thisYear - back))
  for (const { id } of room.clients)
    for (const year of years)
      pseudonyms.set(`${year}.${id}`, await vault.pseudonym('statistics', `${year}.${id}`))
  const facts = factsOfRoom(room, (client, year) => pseudonyms.get(`${year}.${client}`) ?? '')
  return [
    ...stored(clientKind, room.clients),
    ...stored(consentKind, room.consents),
    ...stored(assessmentKind, room.assessments),
    ...stored(criticalAlertKind, room.alerts),
    ...stored(tierDecisionKind, room.decisions),
    ...stored(hotlineCallKind, room.calls),
    ...facts.map((value) => ({ kind: factKind, id: vault.drawId(), expectedRevision: 0, value })),
  ]
}
