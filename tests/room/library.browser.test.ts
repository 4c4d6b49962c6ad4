import { beforeEach, describe, expect, test } from 'vitest'
import { type LibraryEntry, libraryEntryKind } from '../../src/casework/assessments/library-entry.ts'
import { questionnaireToFhir } from '../../src/instruments/fhir/questionnaire-to-fhir.ts'
import type { Instrument } from '../../src/instruments/instrument.ts'
import type { Questionnaire } from '../../src/instruments/questionnaire.ts'
import { kioskApi } from '../../src/room/client-mode/kiosk.ts'
import type { ImportFiles } from '../../src/room/contract/library.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { signedEntry } from '../../src/room/library/entries.ts'
import { placeOf } from '../../src/room/place-of.ts'
import { drawId } from '../../src/vault/primitives/random.ts'
import { openVault } from '../../src/vault/vault.ts'
import {
  exampleInstrument,
  examplesOf,
  exampleWording,
  fileOf,
  folderOf,
} from '../support/example-instrument.ts'
import { codeOf, given } from '../support/exchange.ts'
import { fileOf as caseFileOf, clientWhoAgreed } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const version = (number: string, changed: Partial<Instrument> = {}): Questionnaire => {
  const instrument = { ...exampleInstrument.instrument, version: number, ...changed }
  return { ...exampleInstrument, instrument, vectors: examplesOf(instrument) }
}

const signIn = async (
  room: RoomApi,
  files: ImportFiles,
  facts: Parameters<RoomApi['tryImport']>[0]['facts'] = null,
) => {
  const signed = await room.signInImport({ files, facts })
  if (!signed.ok) throw new Error(JSON.stringify(signed.refusal))
  return signed.value
}
const refusalsOf = async (room: RoomApi, files: ImportFiles): Promise<string[]> => {
  const outcomes = [
    await room.tryImport({ files, facts: null }),
    await room.signInImport({ files, facts: null }),
  ].map((outcome) => (outcome.ok ? [] : outcome.refusal.map(({ code, at = '' }) => `${code} ${at}`)))
  expect(outcomes[0]).toEqual(outcomes[1])
  return outcomes[0] ?? []
}

const entryOf = async (room: RoomApi, id = 'example-sleep') =>
  (await room.questionnaires()).entries.find(({ questionnaire }) => questionnaire.instrument.id === id)
const versionOf = async (room: RoomApi) => (await entryOf(room))?.questionnaire.instrument.version

const begin = (
  room: RoomApi,
  clientId: string,
  instrument = 'example-sleep',
  language: 'zh-CN' | 'en' = 'zh-CN',
) => room.startAssessment({ clientId, instrument, rater: { kind: 'self' }, language })

const handOver = (room: RoomApi, clientId: string, instrument = 'example-sleep') =>
  room.startClientMode({
    clientId,
    instruments: [instrument],
    rater: { kind: 'self' },
    language: 'zh-CN',
    largePrint: false,
  })

const addCounsellor = async (room: RoomApi): Promise<string> =>
  given(await room.addStaff({ name: '示例同事', roles: ['counsellor'], passphrase })).id

const highest = { q1: 2, q2: 0, q3: 2, q4: 2 }

describe('an instrument', () => {
  test('from a folder is tried, signed in, given, scored, and there after a restart', async () => {
    // The worker itself: SurveyJS has to run in it.
    const { room, close } = openWindow()
    await setUp(room)
    const files = folderOf(exampleInstrument)
    const tried = await room.tryImport({ files, facts: null })
    expect(tried).toMatchObject({
      ok: true,
      value: { kind: 'instrument', source: 'folder', replaces: null, notUnderstood: [], vectors: 3 },
    })
    expect(await entryOf(room)).toBeUndefined()

    expect(await room.signInImport({ files, facts: null })).toEqual(tried)
    const me = await firstStaff(room)
    expect(await entryOf(room)).toMatchObject({
      questionnaire: exampleInstrument,
      signedIn: { by: me },
      wordings: [],
      heldBack: null,
      qualified: [],
    })
    await close()

    const again = openWindow().room
    await unlock(again)
    expect(await entryOf(again)).toMatchObject({ questionnaire: exampleInstrument, signedIn: { by: me } })
    const clientId = await clientWhoAgreed(again)
    const { id, revision } = given(await begin(again, clientId))
    const finished = given(await again.finishAssessment({ id, revision, answers: highest, pace: { q1: 31 } }))
    expect(finished.value).toMatchObject({
      instrument: 'example-sleep',
      instrumentVersion: '1',
      pace: { q1: 31 },
      result: { status: 'scored', scores: { total: 8 }, reached: { total: ['high'] } },
    })
  })

  test('in a later version takes the place of the one before, by which what was begun is still finished and read', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    await signIn(room, [fileOf('one.json', exampleInstrument)])
    const clientId = await clientWhoAgreed(room)
    const first = given(await begin(room, clientId))
    given(await room.finishAssessment({ id: first.id, revision: 1, answers: highest }))
    const open = given(await begin(room, clientId))

    const [scale] = exampleInstrument.instrument.scales
    if (scale?.kind !== 'sum') throw new Error('no sum')
    const doubled = version('1.10', { scales: [{ ...scale, factor: 2, range: { min: 0, max: 16 } }] })
    expect(await signIn(room, folderOf(doubled))).toMatchObject({
      kind: 'instrument',
      source: 'folder',
      replaces: '1',
    })
    for (const window of [room, await restarted(close)]) {
      expect(await entryOf(window)).toMatchObject({ questionnaire: doubled })
      expect((await window.questionnaires()).earlier).toEqual([exampleInstrument])
    }
    const { room: later } = { room: await restarted(close) }
    given(await later.finishAssessment({ id: open.id, revision: 1, answers: highest }))
    const third = given(await begin(later, clientId))
    given(await later.finishAssessment({ id: third.id, revision: 1, answers: highest }))
    const { assessments } = await caseFileOf(later, clientId)
    expect(assessments.map(({ value }) => [value.instrumentVersion, value.result?.scores.total])).toEqual([
      ['1', 8],
      ['1', 8],
      ['1.10', 16],
    ])

    expect(await refusalsOf(later, folderOf(version('1.9')))).toEqual([
      'VERSION_NOT_LATER instrument.json#/version',
    ])
    for (const known of ['1', '1.10'])
      expect(await refusalsOf(later, folderOf(version(known)))).toEqual([
        'VERSION_EXISTS instrument.json#/version',
      ])
  })

  test('from a FHIR Questionnaire comes with what a person adds to it', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const resource = questionnaireToFhir(exampleInstrument)
    const { extension: _, ...foreign } = resource
    const missing = await room.tryImport({ files: [fileOf('foreign.json', foreign)], facts: null })
    expect(missing.ok ? [] : missing.refusal.map(({ code }) => code)).toContain('FACT_NEEDED')
    const { instrument, vectors } = exampleInstrument
    const examples = vectors.cases
      .filter(({ result }) => result.status === 'scored')
      .map(({ answers, result: { scores } }) => ({ answers, scores }))
    const facts = { instrument: { ...instrument, id: 'example-foreign' }, examples }
    const added = await signIn(room, [fileOf('foreign.json', foreign)], facts)
    expect(added).toMatchObject({ kind: 'instrument', source: 'fhir', vectors: 2 })
    expect(added.questionnaire.survey.pages.flatMap(({ elements }) => elements)).toHaveLength(4)
    const wrong = { ...facts, examples: [{ answers: highest, scores: { total: 7 } }] }
    const differing = await room.tryImport({ files: [fileOf('foreign.json', foreign)], facts: wrong })
    expect(differing).toMatchObject({
      ok: false,
      refusal: expect.arrayContaining([expect.objectContaining({ code: 'VECTOR_DIFFERS' })]),
    })

    const whole = await signIn(room, [fileOf('fhir.json', resource)])
    expect(whole).toMatchObject({
      kind: 'instrument',
      source: 'fhir',
      questionnaire: exampleInstrument,
      notUnderstood: [],
    })
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(room, clientId))
    const finished = given(await room.finishAssessment({ id, revision: 1, answers: highest }))
    expect(finished.value.result?.scores).toEqual({ total: 8 })
  })

  test('with a wording pack is given in that language too, and what was begun before stays as it was', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    await signIn(room, folderOf(exampleInstrument))
    const clientId = await clientWhoAgreed(room)
    const before = given(await begin(room, clientId))
    expect(codeOf(await begin(room, clientId, 'example-sleep', 'en'))).toBe('LANGUAGE_MISSING')
    const pack = [fileOf('pack.json', exampleWording)]
    expect(await signIn(room, pack)).toMatchObject({ kind: 'wording', pack: exampleWording })

    const later = await restarted(close)
    expect(await entryOf(later)).toMatchObject({
      questionnaire: { instrument: { version: '1+en1', languages: ['zh-CN', 'en'] } },
      wordings: [{ pack: exampleWording, signedIn: { by: await firstStaff(later) } }],
    })
    expect((await later.questionnaires()).earlier).toEqual([exampleInstrument])
    given(await later.finishAssessment({ id: before.id, revision: 1, answers: highest }))
    const { id } = given(await begin(later, clientId, 'example-sleep', 'en'))
    const finished = given(await later.finishAssessment({ id, revision: 1, answers: highest }))
    expect(finished.value).toMatchObject({ instrumentVersion: '1+en1', result: { scores: { total: 8 } } })

    expect(await refusalsOf(later, pack)).toEqual(['LANGUAGE_PRESENT pack.json#/language'])
    const other = fileOf('pack.json', { ...exampleWording, instrument: 'unknown' })
    expect(await refusalsOf(later, [other])).toEqual(['INSTRUMENT_MISSING pack.json#/instrument'])
    await signIn(later, folderOf(version('2')))
    expect(await refusalsOf(later, pack)).toEqual(['OTHER_VERSION pack.json#/instrumentVersion'])
  })

  test('on the client’s page is asked as this client is asked it, and its pace is kept', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    await signIn(room, folderOf(exampleInstrument))
    const clientId = await clientWhoAgreed(room, { sex: 'male' })
    given(await handOver(room, clientId))
    const kiosk = kioskApi()
    const [part] = (await kiosk.sitting())?.questionnaires ?? []
    if (!part) throw new Error('nothing asked')
    const { id, title, terms, provenance } = exampleInstrument.instrument
    expect(part.instrument).toEqual({ id, title, terms, provenance })
    expect(part.survey.pages.flatMap(({ elements }) => elements.map(({ name }) => name))).toEqual([
      'q1',
      'q2',
      'q4',
    ])
    const answer = (question: string, value: number | null, pace?: number) =>
      kiosk.answer({
        assessmentId: part.assessmentId,
        question,
        value,
        ...(pace === undefined ? {} : { pace }),
      })
    expect(codeOf(await answer('q3', 1))).toBe('UNKNOWN_QUESTION')
    expect(codeOf(await answer('q1', 3))).toBe('ANSWER_OUTSIDE_CODING')
    given(await answer('q1', 0, 12))
    given(await answer('q1', 2, 45))
    given(await answer('q2', 1, 20))
    given(await answer('q4', 1, 9))
    given(await answer('q4', null, 9))
    given(await answer('q2', 0))
    given(await kiosk.finish(part.assessmentId))
    await unlock(room)
    const { assessments, alerts } = await caseFileOf(room, clientId)
    expect(assessments.map(({ value }) => value)).toMatchObject([
      {
        answers: { q1: 2, q2: 0 },
        pace: { q1: 45, q2: 20 },
        result: { status: 'incomplete', missing: ['q4'] },
      },
    ])
    expect(assessments[0]?.value.pace).not.toHaveProperty('q4')
    // Taken back, and yet said.
    expect(alerts.map(({ value }) => [value.item, value.value])).toEqual([['q4', 1]])
  })

  test('raises no alert for a prompt', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    await signIn(room, folderOf(exampleInstrument))
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(room, clientId))
    const finished = given(await room.finishAssessment({ id, revision: 1, answers: { q1: 0, q2: 2, q3: 2 } }))
    expect(finished.value.result?.critical).toEqual([{ item: 'q3', value: 2 }])
    expect((await caseFileOf(room, clientId)).alerts).toEqual([])
  })
})

/** Another window, opened by the same person after this one is gone. */
const restarted = async (close: () => Promise<void>): Promise<RoomApi> => {
  await close()
  const { room } = openWindowHere()
  await unlock(room)
  return room
}

describe('what is not right', () => {
  test('is refused with file, path and reason, and nothing is stored', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const { instrument } = exampleInstrument
    const wrong = (changed: object) =>
      folderOf({ ...exampleInstrument, instrument: { ...instrument, ...changed } })
    const [firstCase, ...cases] = exampleInstrument.vectors.cases
    const differing = { ...firstCase, result: { ...firstCase?.result, scores: { total: 1 } } }
    const broken: [string, ImportFiles][] = [
      [
        'VECTOR_DIFFERS vectors.json#/cases/0/result',
        folderOf({ ...exampleInstrument, vectors: { cases: [differing, ...cases] } }),
      ],
      ['NOT_PLAIN_TEXT instrument.json#/title/zh-CN', wrong({ title: { 'zh-CN': '<b>示例</b>' } })],
      [
        'UNKNOWN_KEY instrument.json#/scales/0/expression',
        wrong({ scales: [{ ...instrument.scales[0], expression: 'q1' }] }),
      ],
      ['VERSION_RESERVED instrument.json#/version', folderOf(version('1+zh'))],
      [
        'NOT_JSON instrument.json#',
        [fileOf('instrument.json', '{'), ...folderOf(exampleInstrument).slice(1)],
      ],
      ['DUPLICATE_KEY x.json#/format', [fileOf('x.json', '{"format": 1, "format": 2}')]],
      ['IMPORT_TOO_LARGE x.json#', [{ name: 'x.json', bytes: new Uint8Array(5 * 1024 * 1024 + 1) }]],
      ['NOT_UTF8 x.json#', [{ name: 'x.json', bytes: new Uint8Array([0xff, 0xfe]) }]],
      ['FILES_NOT_RECOGNISED x.json', [fileOf('x.json', {})]],
    ]
    for (const [expected, files] of broken)
      expect(await refusalsOf(room, files), expected).toContain(expected)
    expect(await valuesOf(await vaultHere(), libraryEntryKind)).toEqual([])
    expect((await room.questionnaires()).broken).toEqual([])
  })

  test('of a shipped instrument stays as its terms say', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const shelf = await room.questionnaires()
    const [fixed] = shelf.entries.filter(({ questionnaire }) => questionnaire.instrument.terms.noModification)
    const [free] = shelf.entries.filter(({ questionnaire }) => !questionnaire.instrument.terms.noModification)
    if (!free) throw new Error('nothing to change')
    const shipped = free.questionnaire
    const renamed = { ...shipped, instrument: { ...shipped.instrument, timeFrame: 'mixed' as const } }
    expect(await refusalsOf(room, folderOf(renamed))).toEqual(['VERSION_EXISTS instrument.json#/version'])
    if (!fixed) return
    const { instrument } = fixed.questionnaire
    const changed = { ...fixed.questionnaire, instrument: { ...instrument, version: '9999' } }
    expect(await refusalsOf(room, folderOf(changed))).toContain(
      'MODIFICATION_NOT_ALLOWED instrument.json#/id',
    )
  })

  test('only administrators add, and nothing is stored for anybody else', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const colleague = await addCounsellor(room)
    await close()
    const { room: later } = openWindowHere()
    await unlock(later, colleague)
    const files = folderOf(exampleInstrument)
    expect(await later.signInImport({ files, facts: null })).toEqual({
      ok: false,
      refusal: [{ code: 'NOT_ADMINISTRATOR' }],
    })
    expect(codeOf(await later.confirmNonCommercial())).toBe('NOT_ADMINISTRATOR')
    const offer = { instrument: 'phq-9', offered: false, qualified: [] }
    expect(codeOf(await later.offerInstrument(offer))).toBe('NOT_ADMINISTRATOR')
    expect(await valuesOf(await vaultHere(), libraryEntryKind)).toEqual([])
  })

  test('what is forged is named and not used', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const colleague = await addCounsellor(room)
    await signIn(room, folderOf(exampleInstrument))
    await close()
    const vault = await openVault({ ...(await placeOf('anxin')), staffId: colleague, passphrase })
    const [signed] = await valuesOf(vault, libraryEntryKind)
    if (!signed) throw new Error('nothing signed')
    const { instrument, survey, vectors } = version('2')
    const content = { instrument, survey, vectors }
    const now = new Date().toISOString()
    const put = (value: LibraryEntry) => ({
      kind: libraryEntryKind,
      id: drawId(),
      expectedRevision: 0,
      value,
    })
    const forged: LibraryEntry[] = [
      // By somebody who is no administrator, in their own name or another's.
      (await signedEntry(vault, { subject: 'instrument', content }, now)).value,
      {
        ...(await signedEntry(vault, { subject: 'instrument', content }, now)).value,
        signedBy: signed.signedBy,
      },
      { ...signed, content: JSON.stringify(content) },
      { ...signed, subject: 'wording' },
      { ...signed, signedAt: '2020-01-01T00:00:00.000Z' },
      { ...signed, subject: 'nonCommercial', content: '{"confirmed":true}' },
      { ...signed, subject: 'offer', content: '{"instrument":"phq-9","offered":false,"qualified":[]}' },
    ]
    await vault.commit(forged.map(put))
    vault.lock()

    const { room: later } = openWindowHere()
    await unlock(later, colleague)
    const shelf = await later.questionnaires()
    expect(shelf.broken.map(({ code }) => code)).toEqual(forged.map(() => 'SIGNATURE_BROKEN'))
    expect(shelf.nonCommercial).toBeNull()
    expect(await versionOf(later)).toBe('1')
    expect(await entryOf(later, 'phq-9')).toMatchObject({ heldBack: null })
  })
})

describe('an instrument is held back', () => {
  test('while it is switched off', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const offer = (offered: boolean) => room.offerInstrument({ instrument: 'phq-9', offered, qualified: [] })
    given(await offer(false))
    expect(await entryOf(room, 'phq-9')).toMatchObject({ heldBack: 'SWITCHED_OFF' })
    expect(codeOf(await begin(room, clientId, 'phq-9'))).toBe('SWITCHED_OFF')
    expect(codeOf(await handOver(room, clientId, 'phq-9'))).toBe('SWITCHED_OFF')
    given(await offer(true))
    expect(codeOf(await begin(room, clientId, 'phq-9'))).toBe('ACCEPTED')
    expect(codeOf(await room.offerInstrument({ instrument: 'unknown', offered: true, qualified: [] }))).toBe(
      'INSTRUMENT_MISSING',
    )
  })

  test('while nobody, or somebody else, is named as trained for it', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const colleague = await addCounsellor(room)
    const me = await firstStaff(room)
    const trained = version('1', { qualification: { 'zh-CN': '示例培训', en: 'Example training' } })
    await signIn(room, folderOf(trained))
    const clientId = await clientWhoAgreed(room)
    expect(codeOf(await begin(room, clientId))).toBe('QUALIFICATION_NEEDED')
    const offer = (qualified: string[]) =>
      room.offerInstrument({ instrument: 'example-sleep', offered: true, qualified })
    expect(codeOf(await offer(['0'.repeat(32)]))).toBe('UNKNOWN_STAFF')
    given(await offer([colleague]))
    expect(await entryOf(room)).toMatchObject({ heldBack: 'QUALIFICATION_NEEDED', qualified: [colleague] })
    given(await offer([colleague, me, me]))
    expect(await entryOf(room)).toMatchObject({ heldBack: null, qualified: [colleague, me] })
    const { id, revision } = given(await begin(room, clientId))
    given(await offer([colleague]))
    const entered = { id, revision, answers: highest }
    expect(codeOf(await room.saveAnswers(entered))).toBe('QUALIFICATION_NEEDED')
    expect(codeOf(await room.finishAssessment(entered))).toBe('QUALIFICATION_NEEDED')
    given(await offer([me]))
    expect(codeOf(await room.finishAssessment(entered))).toBe('ACCEPTED')
    given(await room.offerInstrument({ instrument: 'phq-9', offered: true, qualified: [me] }))
    expect((await entryOf(room, 'phq-9'))?.qualified).toEqual([])
  })

  test('while its terms forbid profit and nobody has said that there is none', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    expect(codeOf(await begin(room, clientId, 'who-5'))).toBe('NON_COMMERCIAL_NOT_CONFIRMED')
    expect(await entryOf(room, 'who-5')).toMatchObject({ heldBack: 'NON_COMMERCIAL_NOT_CONFIRMED' })
    given(await room.confirmNonCommercial())
    expect(codeOf(await begin(room, clientId, 'who-5'))).toBe('ACCEPTED')
    const { nonCommercial, staffNames } = await (await restarted(close)).questionnaires()
    expect(staffNames[nonCommercial?.by ?? '']).toBe('示例咨询师')
  })

  test('from the client’s page, if it is for staff to ask', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    await signIn(room, folderOf(version('1', { modes: ['interview'] })))
    const clientId = await clientWhoAgreed(room)
    expect(codeOf(await handOver(room, clientId))).toBe('NOT_GIVEN_ON_CLIENT_PAGE')
    expect(codeOf(await begin(room, clientId))).toBe('ACCEPTED')
  })
})
