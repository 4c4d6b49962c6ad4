import type { ConfirmedWord, DrawnSheet, SetUp } from '../../src/room/contract/access.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given } from '../support/outcome.ts'

export const passphrase = '溪水流过石桥的示例口令'
export const roomCode = '990101101'
export const countyCode = '990101'

const inputs: Record<SetUp['kind'], Omit<SetUp, 'confirmedWords'>> = {
  room: {
    kind: 'room',
    unitName: '示例镇心理咨询室',
    unitCode: roomCode,
    clientsLastYear: 4000,
    staffName: '示例咨询师',
    passphrase,
    language: 'zh-CN',
  },
  county: {
    kind: 'county',
    unitName: '示例县心理服务中心',
    unitCode: countyCode,
    clientsLastYear: 0,
    staffName: '示例统计员',
    passphrase,
    language: 'zh-CN',
  },
}

/** What somebody types at set-up, with the words they copied from the sheet. */
export const typed = async (
  room: RoomApi,
  kind: SetUp['kind'],
  changed: Partial<SetUp> = {},
): Promise<{ input: SetUp; words: string[] }> => {
  const { words, confirmedWords } = await copied(room, await room.drawRecoverySheet('zh-CN', false))
  return { input: { ...inputs[kind], confirmedWords, ...changed }, words }
}

/** The words of a drawn sheet, and those of them that are asked for. */
export const copied = async (
  room: RoomApi,
  { papers }: DrawnSheet,
): Promise<{ words: string[]; confirmedWords: ConfirmedWord[] }> => {
  const asked = await room.wordsToConfirm()
  return {
    words: papers.flatMap(({ words }) => words),
    confirmedWords: asked.map((place) => ({
      ...place,
      word: papers[place.paper]?.words[place.position] ?? '',
    })),
  }
}

/** What somebody types to come back with the recovery sheet, with the words they copied from the next one. */
export const recovering = async (
  room: RoomApi,
  { words, newPassphrase, halves = false }: { words: string[]; newPassphrase: string; halves?: boolean },
) => {
  const next = await copied(room, await room.drawNextRecoverySheet('zh-CN', halves))
  const staffId = await firstStaff(room)
  return { input: { words, staffId, newPassphrase, confirmedWords: next.confirmedWords }, next: next.words }
}

/** Sets a unit up and leaves it open; gives the words of the sheet. */
export const setUp = async (
  room: RoomApi,
  kind: SetUp['kind'] = 'room',
  changed: Partial<SetUp> = {},
): Promise<string[]> => {
  const { input, words } = await typed(room, kind, changed)
  given(await room.setUp(input))
  return words
}

/** Who is at work, or the one who works here. Of several there is no first: their order is drawn. */
export const firstStaff = async (room: RoomApi): Promise<string> => {
  const phase = await room.phase()
  if (phase.phase === 'locked' && phase.staff.length > 1) throw new Error('say who')
  const id = phase.phase === 'locked' ? phase.staff[0]?.id : phase.phase === 'open' ? phase.me.id : undefined
  if (id === undefined) throw new Error(`Nobody works here: ${JSON.stringify(phase)}`)
  return id
}

export const unlock = async (room: RoomApi, staffId?: string): Promise<void> => {
  given(await room.unlock(staffId ?? (await firstStaff(room)), passphrase))
}
