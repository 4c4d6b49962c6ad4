import { beforeEach, expect, test } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import { callTransferKind } from '../../src/casework/hotline/call-transfer.ts'
import type { CallEntry } from '../../src/room/contract/hotline.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const said = ''
const worried: CallEntry = {
  ...generalCall,
  callType: 'suicideRisk',
  alias: '示例小石',
  area: '示例镇',
  danger: { asked: 'yes', answer: 'thoughts' },
  ideation: 30,
  hopelessness: 40,
  distress: 50,
  responseLevel: 'today',
  answers: {
    opening: { answer: 'said', said },
    plan: { answer: 'no', said },
    means: { answer: 'no', said },
    timeFrame: { answer: 'notFixed', said },
    history: { answer: 'none', said },
    alone: { answer: 'yes', said: '示例：独居' },
    place: { answer: 'known', said: '示例路 1 号' },
    intoxication: { answer: 'no', said },
    protection: { answer: 'yes', said: '示例：妹妹' },
    safetyPlan: { answer: 'declined', said },
    callBack: { answer: 'agreed', said },
  },
}

/** A call that has ended; its id and revision. */
const endedCall = async (room: RoomApi, entry: CallEntry) => {
  const { id, revision } = given(await room.startCall())
  const ended = await room.endCall({ id, revision, entry })
  const { value } = given(ended)
  return { id, revision: revision + 1, value }
}

test('what was agreed moves into a file, whoever took the call, and nothing else does', async () => {
  const first = openWindowHere()
  await setUp(first.room)
  const counsellor = await firstStaff(first.room)
  const worker = given(await first.room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  await first.close()

  const hotline = openWindowHere()
  await unlock(hotline.room, worker.id)
  const { id, revision } = await endedCall(hotline.room, worried)
  const ground = { kind: 'agreed', parts: ['person', 'danger'], said: '示例：可以告诉咨询师' } as const
  const wrong = { kind: 'emergency', parts: ['concern'], because: '示例：来不及问' } as const
  expect(
    codeOf(await hotline.room.transferCall({ id, revision, ground: { ...wrong, parts: [...wrong.parts] } })),
  ).toBe('TRANSFER_INVALID')
  given(await hotline.room.transferCall({ id, revision, ground: { ...ground, parts: [...ground.parts] } }))
  // Whoever sends it on reads nothing of those who keep files.
  expect((await hotline.room.callTransfers()).transfers).toEqual([])
  await hotline.close()

  const { room } = openWindowHere()
  await unlock(room, counsellor)
  const [waiting] = (await room.callTransfers()).transfers
  expect(waiting).toMatchObject({ inDanger: true, transfer: { value: { callId: id, sentBy: worker.id } } })
  const { moved } = waiting?.transfer.value ?? {}
  expect(moved).toMatchObject({
    alias: '示例小石',
    ideation: 30,
    danger: { asked: 'yes', answer: 'thoughts' },
  })
  for (const kept of ['concern', 'area', 'topics', 'actions', 'number'])
    expect(moved).not.toHaveProperty(kept)
  expect(Object.keys(moved?.answers ?? {}).sort()).toEqual(
    ['history', 'intoxication', 'means', 'plan', 'protection', 'timeFrame'].sort(),
  )

  const transfer = { id: waiting?.transfer.id ?? '', revision: 1 }
  const into = { kind: 'new', called: '' } as const
  expect(codeOf(await room.takeTransfer({ ...transfer, into, said: '' }))).toBe('ENTRY_NEEDED')
  const { clientId, episodeId } = given(
    await room.takeTransfer({ ...transfer, into, said: '示例：电话里说起不想活' }),
  )
  expect(codeOf(await room.takeTransfer({ ...transfer, into, said: words }))).toBe('TRANSFER_ANSWERED')
  const { episodes } = await room.crisisEpisodes(clientId)
  expect(episodes).toMatchObject([
    {
      episode: {
        id: episodeId,
        value: {
          from: { kind: 'call', callId: id },
          steps: [{ kind: 'interviewed' }, { kind: 'explored' }, { kind: 'levelSet', level: 'today' }],
        },
      },
    },
  ])
  expect(given(await room.openCall(id)).standing.followedElsewhere).toBe(true)
  expect((await room.callTransfers()).transfers).toEqual([])
  const vault = await vaultHere()
  const [client] = await valuesOf(vault, clientKind)
  expect(client).toMatchObject({ name: null, alias: '示例小石', phone: null })
  expect(await valuesOf(vault, callTransferKind)).toMatchObject([{ answer: { kind: 'taken', clientId } }])
})

const words = '示例：照实记下'

test('a call that belongs in no file is declined with a reason; one about nothing dangerous begins no episode', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const sent = async () => {
    const { id, revision } = await endedCall(room, generalCall)
    return given(
      await room.transferCall({ id, revision, ground: { kind: 'agreed', parts: ['concern'], said: words } }),
    ).transferId
  }
  const declined = { id: await sent(), revision: 1 }
  expect(codeOf(await room.declineTransfer({ ...declined, because: ' ' }))).toBe('REASON_NEEDED')
  given(await room.declineTransfer({ ...declined, because: words }))

  const id = await sent()
  const into = { kind: 'new', called: '' } as const
  expect(codeOf(await room.takeTransfer({ id, revision: 1, into, said: '' }))).toBe('CLIENT_INVALID')
  const taken = given(
    await room.takeTransfer({ id, revision: 1, into: { ...into, called: '示例来电人' }, said: '' }),
  )
  expect(taken.episodeId).toBeNull()
  expect((await room.crisisEpisodes(taken.clientId)).episodes).toEqual([])
})

test('a supervisor looks at a call that somebody else took, point by point', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const supervisor = given(await room.addStaff({ name: '示例督导', roles: ['supervisor'], passphrase })).id
  const worker = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  await close()
  const hotline = openWindowHere()
  await unlock(hotline.room, worker.id)
  const { id, revision } = await endedCall(hotline.room, generalCall)
  given(await hotline.room.takeCallStep({ id, revision, step: { kind: 'added', note: words } }))
  await hotline.close()

  const later = openWindowHere()
  await unlock(later.room, supervisor)
  const { competences } = (await later.room.hotlineRules()).rules
  const points = competences.points.map(({ id: point }) => ({ point, mark: 'notMet' as const, note: '' }))
  const review = { whom: { kind: 'here' } as const, points, advice: words }
  const at = { id, revision: revision + 1 }
  expect(codeOf(await later.room.reviewCall({ ...at, review: { ...review, points: points.slice(1) } }))).toBe(
    'REVIEW_POINTS',
  )
  expect(codeOf(await later.room.reviewCall({ ...at, review }))).toBe('REVIEW_NOTE_NEEDED')
  const noted = points.map((point) => ({ ...point, note: words }))
  const reviewed = given(await later.room.reviewCall({ ...at, review: { ...review, points: noted } }))
  expect(reviewed.value.steps?.at(-1)).toMatchObject({ kind: 'reviewed', by: supervisor })
})
