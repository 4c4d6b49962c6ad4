import type { CallEntry } from '../../../src/room/contract/hotline.ts'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { given } from '../../support/outcome.ts'

/** What somebody was told is saved: clients by id with their names, and calls with the text of the newest save. */
export interface Acknowledged {
  clients: Map<string, string>
  calls: Map<string, string>
}

export const nothingYet = (): Acknowledged => ({ clients: new Map(), calls: new Map() })

const nothingAsked: Omit<CallEntry, 'concern'> = {
  callerRole: 'unknown',
  alias: '',
  sex: null,
  ageBand: null,
  callType: 'general',
  specialKind: null,
  danger: null,
  ideation: null,
  hopelessness: null,
  responseLevel: null,
  disposition: null,
  followUpDue: null,
}

/** Registers clients, one after the other, and notes each that was acknowledged. */
export const registerClients = async (
  room: RoomApi,
  told: Acknowledged,
  { until }: { until: () => boolean },
): Promise<void> => {
  while (!until()) {
    const name = `示例${told.clients.size + 1}`
    const draft = { name, birthDate: null, sex: null, township: null, phone: null }
    const { id } = given(await room.registerClient(draft))
    told.clients.set(id, name)
  }
}

/** Keeps notes of calls, `letters` long, saved over and over; a new call after every tenth save. */
export const noteCalls = async (
  room: RoomApi,
  told: Acknowledged,
  { until, letters }: { until: () => boolean; letters: number },
): Promise<void> => {
  while (!until()) {
    const { id, revision } = given(await room.startCall())
    let known = revision
    for (let save = 1; save <= 10 && !until(); save++) {
      const concern = `示例第 ${save} 次记录。`.padEnd(letters, '慢慢说')
      const saved = given(await room.saveCall({ id, revision: known, entry: { ...nothingAsked, concern } }))
      known = saved.revision
      told.calls.set(id, concern)
    }
  }
}

/** Resolves once something more was acknowledged, however slow the machine is. */
export const savedAgain = async ({ clients, calls }: Acknowledged): Promise<void> => {
  const before = clients.size + calls.size
  while (clients.size + calls.size === before) await new Promise((passed) => setTimeout(passed, 5))
}

/** As many of what was opened before are opened again, whatever has piled up. */
const fewEarlier = 8

const since = (now: Map<string, string>, before: Map<string, string>, turn: number): Map<string, string> => {
  const earlier = [...now].filter(([id, saved]) => before.get(id) === saved)
  const step = Math.max(1, Math.floor(earlier.length / fewEarlier))
  const again = earlier.filter((_, place) => place % step === turn % step)
  return new Map([...[...now].filter(([id, saved]) => before.get(id) !== saved), ...again])
}

/** What of this was acknowledged since `before`, and a few of what was there by then: others each `turn`, all in turn. */
export const newSince = (told: Acknowledged, before: Acknowledged, turn: number): Acknowledged => ({
  clients: since(told.clients, before.clients, turn),
  calls: since(told.calls, before.calls, turn),
})

export const copyOf = ({ clients, calls }: Acknowledged): Acknowledged => ({
  clients: new Map(clients),
  calls: new Map(calls),
})

/**
 * What was acknowledged and is not there, and what is there but torn: nothing, if all is well. Every client is looked for;
 * opened are those in `opened`, since each opening is entered in the trail and the trail grows.
 */
export const missingFrom = async (
  room: RoomApi,
  told: Acknowledged,
  opened: Acknowledged = told,
): Promise<string[]> => {
  const { clients } = await room.listClients('')
  const listed = new Set(clients.map(({ id }) => id))
  const missing = [...told.clients].filter(([id]) => !listed.has(id)).map(([, name]) => name)
  for (const [id, name] of opened.clients) {
    const named = await room.showName(id)
    if (!named.ok || named.value.name !== name) missing.push(`name ${name}`)
  }
  for (const [id, concern] of opened.calls) {
    const call = await room.openCall(id)
    if (!call.ok) missing.push(`call ${call.refusal.code}`)
    else if (call.value.call.value.concern.length < concern.length) missing.push('call text')
  }
  return missing
}
