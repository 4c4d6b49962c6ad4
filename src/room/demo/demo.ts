import { assessmentKind } from '../../casework/assessments/assessment.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Role } from '../../casework/staff/staff.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { DEMO_COUNTY_CODE, DEMO_UNIT_CODE, type UnitProfile } from '../../casework/unit/unit-profile.ts'
import { simulateRoom } from '../../simulation/simulate-room.ts'
import type { RoomSetting, SimulatedRoom } from '../../simulation/simulated-room.ts'
import { kdfFloor } from '../../vault/keys/key-derivation.ts'
import { drawRecoveryWords } from '../../vault/keys/recovery-words.ts'
import { type Change, createVault, type OpenVault, openVault } from '../../vault/vault.ts'
import { firstRecords } from '../access/set-up.ts'
import { today } from '../clock.ts'
import { shippedCallRules } from '../hotline/call-rules.ts'
import { shippedQuestionnaires } from '../library/shipped-questionnaires.ts'
import { placeOf } from '../place-of.ts'
import { beginSession } from '../session.ts'
import { shippedTierRules } from '../tiers/shipped-rules.ts'
import { demoVault } from '../which-vault.ts'
import { demoClues } from './demo-clues.ts'
import { demoCounty } from './demo-county.ts'
import { demoCrises } from './demo-crises.ts'
import { demoFollowUps } from './demo-follow-ups.ts'
import { demoGroups } from './demo-groups.ts'
import { demoHotline } from './demo-hotline.ts'
import { demoLibrary } from './demo-library.ts'
import { demoOutreach } from './demo-outreach.ts'
import { withMorePeople } from './demo-people.ts'
import { demoProgramme } from './demo-programme.ts'
import { demoRatings } from './demo-ratings.ts'
import { demoReferrals } from './demo-referrals.ts'
import { demoRegister } from './demo-register.ts'
import { demoSessions } from './demo-sessions.ts'
import { demoSurveys } from './demo-surveys.ts'

/** Guards nothing but synthetic people, and is shown on the lock screen. */
export const demoPassphrase = 'gentle river demo'

const names: Record<Language, { unit: string; county: string; everyRole: string; hotline: string }> = {
  'zh-CN': {
    unit: '示例镇心理咨询室',
    county: '示例县社会心理服务工作站',
    everyRole: '示例咨询师',
    hotline: '示例热线员',
  },
  en: {
    unit: 'Example Township Counselling Room',
    county: 'Example County Desk',
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
    ...(await placeOf(demoVault)),
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
  if (!vault.opens('identity') || (await vault.ids(clientKind)).length > 0) return
  const worker = await hotlineWorker(vault, unit)
  const language: Language = unit.name === names.en.unit ? 'en' : 'zh-CN'
  const instruments = shippedQuestionnaires.available.map(({ instrument }) => instrument)
  const setting: RoomSetting = {
    instruments,
    rules: shippedTierRules,
    callRules: shippedCallRules,
    counsellors: [vault.staff.id],
    hotlineWorkers: [worker.staff.id, vault.staff.id],
  }
  const visits = simulateRoom({ seed: 'anxin-demo', clients, months, until: today() }, setting)
  const ratings = demoRatings(() => vault.drawId(), visits, instruments, {
    by: vault.staff.id,
    today: today(),
    language,
  })
  const hotline = await demoHotline([vault, worker], visits.calls, setting, language)
  worker.lock()
  const { room, merges } = withMorePeople(vault, {
    ...visits,
    calls: hotline.calls,
    assessments: [...visits.assessments, ...ratings],
  })
  await beginSession(vault, unit).commit([
    ...recordsOf(room),
    ...hotline.changes,
    ...(await demoLibrary(vault)),
    ...(await demoProgramme(vault, room, language)),
    ...(await demoSessions(vault, room, language)),
    ...demoCrises(vault, room, language),
    ...demoFollowUps(vault, room),
    ...(await demoClues(vault, room, shippedQuestionnaires.available, language)),
    ...demoReferrals(vault, room, language),
    ...merges,
    ...demoGroups(vault, room, language),
    ...demoOutreach(vault, language),
    ...demoRegister(vault, language),
    ...(await demoSurveys(vault, language)),
    ...(await demoCounty(vault, unit, names[language].county)),
  ])
}

/** The vault as the hotline's worker reads it: what two sign needs both. */
const hotlineWorker = async (vault: OpenVault, unit: UnitProfile): Promise<OpenVault> => {
  const known = vault.staffing.list().find(({ id }) => id !== vault.staff.id)
  const { hotline: name } = unit.name === names.en.unit ? names.en : names['zh-CN']
  const added = { name, roles: ['hotline' as const], passphrase: demoPassphrase, kdf: kdfFloor }
  const { id: staffId } = known ?? (await vault.staffing.add(added))
  return openVault({ ...(await placeOf(demoVault)), staffId, passphrase: demoPassphrase, writes: false })
}

const stored = <T>(kind: RecordKind<T>, records: readonly Stored<T>[]): Change[] =>
  records.map(({ id, value }) => ({ kind, id, expectedRevision: 0, value }))

const recordsOf = (room: SimulatedRoom): Change[] => [
  ...stored(clientKind, room.clients),
  ...stored(consentKind, room.consents),
  ...stored(assessmentKind, room.assessments),
  ...stored(criticalAlertKind, room.alerts),
  ...stored(tierDecisionKind, room.decisions),
  ...stored(followUpKind, room.followUps),
]
