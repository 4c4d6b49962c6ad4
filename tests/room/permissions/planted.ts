import type { Domain } from '../../../src/casework/records/record.ts'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { addDays, dayOf, instantAt } from '../../../src/tiering/calendar.ts'
import { given } from '../../support/exchange.ts'
import { generalCall } from '../calls.ts'
import { agree, assessed, consentOf, fileOf, phq9, register } from '../casework.ts'
import { firstStaff } from '../set-up.ts'

/** Words that stand in nobody's records but those of one domain; of identities also the file number. */
export const secrets: Partial<Record<Domain, string[]>> = {
  identity: ['示例密姓', '00000000077'],
  case: ['示例密语，照实记下'],
  assessment: ['示例密答'],
  hotline: ['示例来电密语'],
  schedule: ['示例预约密语'],
}

/** Ids of what was put into the room about one client. */
export interface Planted {
  client: string
  fileNumber: string
  /** Nobody wrote anything about them but their names. */
  twin: string
  spare: string
  /** In priority, with a proposal to lower the tier. */
  lowered: string
  staff: string
  assessment: string
  openAssessment: string
  alert: string
  consent: string
  crisis: string
  safetyPlan: string
  draftNote: string
  signedNote: string
  appointment: string
  followUp: string
  referral: string
  sentReferral: string
  disclosure: string
  report: string
  request: string
  eraseRequest: string
  proposal: string
  retestPlan: string
  call: string
  practice: string
  /** Passed on, with a sheet that is the newest of it. */
  shift: string
  sheet: string
  duty: string
  caller: string
  callerNumber: string
  campaign: string
  merge: string
  course: string
  clue: string
  /** A card of this room, as another room would have it. */
  card: { bytes: Uint8Array; fingerprint: string }
}

const { identity: [name = '', phone = ''] = [], case: [words = ''] = [] } = secrets
const hospital = '示例县医院心理科'
export const today = (): string => dayOf(new Date().toISOString())
export const inAMonth = (): string => addDays(today(), 30)
export const anHourAgo = (): string => new Date(Date.now() - 3_600_000).toISOString()

export const noteEntry = () => ({
  content: { form: 'DAP' as const, data: words, assessment: '', plan: '' },
  heldAt: anHourAgo(),
  minutes: 50,
  mode: 'inRoom' as const,
})
export const safetyPlan = (from: number) => ({
  from,
  warningSigns: [words],
  copingAlone: [],
  peopleAndPlaces: [],
  peopleToAsk: [],
  professionals: [{ name: '示例镇心理咨询室', phone: '12356' }],
  safeSurroundings: [],
  reviewBy: inAMonth(),
})
export const appointmentOf = (clientId: string, staffId: string) => ({
  clientId,
  staffId,
  startsAt: new Date(Date.now() + 3_600_000).toISOString(),
  minutes: 50,
  kind: 'session' as const,
  place: '',
  note: secrets.schedule?.[0] ?? '',
})
export const referralOf = (clientId: string) => ({
  clientId,
  receiver: { kind: 'hospital' as const, name: hospital, contact: '' },
  urgency: 'planned' as const,
  question: words,
  told: '',
})
export const handingOut = (id: string, revision: number) => ({
  id,
  revision,
  savingLife: false,
  fields: ['name' as const, 'reason' as const],
  moreBecause: '',
  authorised: { kind: 'self' as const },
  telling: { state: 'told' as const, note: '' },
})
export const toldOf = (clientId: string) => ({
  clientId,
  what: 'words' as const,
  recipient: hospital,
  basis: 'savingLife' as const,
  purpose: words,
  fields: ['name' as const],
  authorised: { kind: 'self' as const },
  telling: { state: 'notYet' as const, note: '示例：在送医' },
  moreBecause: '',
})
/** From which the planted call came. */
export const callersNumber = '00000000088'
export const callerPlan = (from: number) => ({
  from,
  reviewBy: inAMonth(),
  need: secrets.hotline?.[0] ?? '',
  helps: '',
  approach: words,
  agreement: '',
  minutes: null,
  callsADay: null,
  agreedWithCaller: false,
  ended: false,
})
export const callEntry = { ...generalCall, concern: secrets.hotline?.[0] ?? '' }

export const handOverWords = { supervisor: '示例督导', equipment: '', note: secrets.hotline?.[0] ?? '' }

/** A survey of one question that nobody has to answer. */
const survey = {
  name: 'survey.json',
  bytes: new TextEncoder().encode(
    JSON.stringify({
      title: '示例调查',
      pages: [{ elements: [{ type: 'comment', name: 'words', title: '还想说的' }] }],
    }),
  ),
}
export const courseOf = (members: string[], leader: string) => ({
  title: '示例小组',
  theme: words,
  plan: '',
  leaders: [leader],
  place: '示例活动室',
  plannedMeetings: 2,
  begins: addDays(today(), -7),
  members,
})
export const groupPlan = () => ({ startsAt: anHourAgo(), minutes: 60, theme: words })

/** One client with a record of every kind, as whoever is signed in enters them. */
export async function plant(room: RoomApi): Promise<Planted> {
  const staff = await firstStaff(room)
  const client = await register(room, { name, phone, birthDate: '1980-05-01', sex: 'female' })
  const twin = await register(room, { name, birthDate: '1980-05-01' })
  const spare = await register(room, { name: '示例旁人', birthDate: '1950-01-01' })
  for (const purpose of ['assessment', 'casefile', 'followUpContact'] as const)
    await agree(room, client, purpose)
  given(await room.recordConsent(consentOf(client, { purpose: 'referral', recipient: hospital })))
  const sentReferral = given(
    await room.saveReferral({ id: null, revision: 0, referral: referralOf(client) }),
  ).id
  given(await room.sendReferral({ ...handingOut(sentReferral, 1), way: 'slip' }))
  const referral = given(await room.saveReferral({ id: null, revision: 0, referral: referralOf(client) })).id

  const assessment = await assessed(room, client, phq9(1, 2))
  const begun = given(
    await room.startAssessment({
      clientId: client,
      instrument: 'gad-7',
      rater: { kind: 'self' },
      language: 'zh-CN',
    }),
  )
  given(
    await room.saveAnswers({
      id: begun.id,
      revision: begun.revision,
      answers: { q1: 1 },
      remark: secrets.assessment?.[0] ?? '',
    }),
  )
  const crisis = given(
    await room.openCrisis({ clientId: client, from: { kind: 'observed', note: words } }),
  ).id
  const plan = given(await room.makeSafetyPlan({ clientId: client, plan: safetyPlan(0) })).id
  const entry = noteEntry()
  const draftNote = given(await room.beginNote({ clientId: client, appointment: null, entry })).id
  const signedNote = given(await room.beginNote({ clientId: client, appointment: null, entry })).id
  given(await room.signNote({ id: signedNote, revision: 1, entry }))
  given(await room.keepPrivateNote({ id: null, revision: 0, clientId: client, text: words }))
  const appointment = given(
    await room.saveAppointment({
      id: null,
      revision: 0,
      entry: appointmentOf(client, staff),
      despiteClashes: true,
    }),
  ).id
  const followUp = given(await room.planFollowUp({ clientId: client, due: inAMonth(), note: words })).id
  const disclosure = given(await room.recordDisclosure(toldOf(client))).id
  const [report = ''] = given(
    await room.openMandatoryReports({
      duties: ['domesticViolence'],
      clientId: client,
      about: words,
      learnedAt: anHourAgo(),
    }),
  ).ids
  const asked = { askedBy: 'self' as const, askedOn: today(), words }
  const request = given(await room.registerRequest({ clientId: client, asked: 'copy', ...asked })).id
  const eraseRequest = given(await room.registerRequest({ clientId: spare, asked: 'erase', ...asked })).id
  given(
    await room.enterPaperScore({
      clientId: client,
      form: 'isi',
      day: '2026-01-05',
      scores: { total: 12 },
      source: '示例医院门诊',
      scoredBy: '示例医生',
      remark: '',
      correction: null,
    }),
  )
  const retestPlan = given(
    await room.planRetest({
      clientId: client,
      instruments: ['phq-9'],
      battery: null,
      everyWeeks: 4,
      from: today(),
    }),
  ).id
  given(
    await room.recordSupervision({
      clientId: client,
      day: today(),
      supervisor: '示例督导',
      mode: 'single',
      minutes: 50,
      question: words,
      advice: words,
      actions: '',
    }),
  )
  given(await room.decideTier({ clientId: client, tier: 'watch', reason: words }))
  const lowered = await register(room, { name: '示例重点', birthDate: '1970-01-01' })
  await agree(room, lowered)
  given(await room.decideTier({ clientId: lowered, tier: 'priority', reason: words }))
  await assessed(room, lowered, phq9(0, 0))
  given(await room.proposeTier({ clientId: lowered, tier: 'watch', reason: words }))
  const [proposal] = (await fileOf(room, lowered)).proposals
  const call = given(await room.startCall())
  given(await room.saveCall({ id: call.id, revision: call.revision, entry: callEntry }))
  const practice = given(await room.startPractice('general')).id
  const caller = given(
    await room.newCaller({ alias: secrets.hotline?.[0] ?? '', word: '', agreed: true, callId: call.id }),
  ).id
  given(
    await room.takeCallerNumber({ callId: call.id, number: callersNumber, callBack: true, recognise: true }),
  )
  const callerNumber = (await room.callerNumber(call.id))?.id ?? ''
  const campaign = given(
    await room.openCampaign({ source: survey, title: '示例问卷', modes: ['kiosk', 'interview'] }),
  ).id
  const merged = await register(room, { name: '示例并档' })
  given(await room.mergeFiles({ from: merged, into: spare, because: words }))
  const [merge] = (await room.fileMerges(spare)).merges
  const course = given(
    await room.saveGroupCourse({ id: null, revision: 0, entry: courseOf([client], staff) }),
  ).id
  given(await room.planGroupSession({ id: course, revision: 1, session: null, plan: groupPlan() }))
  const clue = given(await room.noteClue({ clientId: client, source: '示例村医', told: words })).id
  const card = given(await room.myCard())
  const file = await fileOf(room, client)
  return {
    client,
    fileNumber: file.client.value.fileNumber,
    twin,
    spare,
    staff,
    assessment,
    openAssessment: begun.id,
    alert: file.alerts[0]?.id ?? '',
    consent: file.consents.find(({ value }) => value.purpose === 'followUpContact')?.id ?? '',
    crisis,
    safetyPlan: plan,
    draftNote,
    signedNote,
    appointment,
    followUp,
    referral,
    sentReferral,
    disclosure,
    report,
    request,
    eraseRequest,
    lowered,
    proposal: proposal?.id ?? '',
    retestPlan,
    call: call.id,
    practice,
    ...(await passedOn(room)),
    duty: await onRoster(room, staff),
    caller,
    callerNumber,
    campaign,
    merge: merge?.merge.id ?? '',
    course,
    clue,
    card: { bytes: card.file.bytes, fingerprint: card.fingerprint },
  }
}

/** The shift that began with the call, passed on anew. */
async function passedOn(room: RoomApi): Promise<{ shift: string; sheet: string }> {
  const id = (await room.shiftBoard()).own ?? ''
  const { shift, standing } = await room.shift(id)
  const { revision } = shift
  if (standing.state === 'emergency')
    given(await room.takeShiftStep({ id, revision, step: { kind: 'tookOver' } }))
  if (standing.state === 'handingOver') given(await room.goOn({ id, revision, because: '示例：又来了电话' }))
  const { composedAt, until, crises, followUps, calls } = await room.composeHandOver({
    shiftId: id,
    until: null,
  })
  const signed = await room.giveHandOver({
    shiftId: id,
    revision: revision + 1,
    sheet: { composedAt, until, crises, followUps, calls, ...handOverWords },
    because: null,
  })
  return { shift: id, sheet: given(signed).id }
}

/** Two hours on the roster, after those that stand there. */
async function onRoster(room: RoomApi, staffId: string): Promise<string> {
  const day = inAMonth()
  const hours = (await room.rosterWeek(day)).duties.length * 2
  const [from, until] = [instantAt(day, hours * 60), instantAt(day, (hours + 2) * 60)]
  return given(await room.planDuty({ seat: 1, staffId, from, until })).id
}
