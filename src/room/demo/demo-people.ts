import type { Client } from '../../casework/clients/client.ts'
import { type ClientMerge, clientMergeKind } from '../../casework/clients/client-merge.ts'
import { nextFileNumber } from '../../casework/clients/file-number.ts'
import type { Consent } from '../../casework/consents/consent.ts'
import type { Stored } from '../../casework/records/record.ts'
import { DEMO_UNIT_CODE } from '../../casework/unit/unit-profile.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'

type People = Pick<SimulatedRoom, 'clients' | 'consents'>

const because = '示例：本人当面说是同一个人，第二次登记时写错了一个字。'
const registeredAgo = 6
const mergedAgo = 4
const undoDays = 30
const childAge = 11

/** The room with a child of whom the guardian decides, and a second file of somebody who was registered twice. */
export const withMorePeople = <Room extends People>(
  vault: Pick<OpenVault, 'drawId' | 'staff'>,
  room: Room,
): { room: Room; merges: Change[] } => {
  const by = vault.staff.id
  const registeredAt = instantAt(addDays(today(), -registeredAgo), 9 * 60)
  const year = Number(dayOf(registeredAt).slice(0, 4))
  const taken = room.clients.map(({ value }) => value.fileNumber)
  const registered = (person: Omit<Client, 'fileNumber' | 'township' | 'registeredAt' | 'registeredBy'>) => {
    const fileNumber = nextFileNumber(taken, year)
    taken.push(fileNumber)
    const value: Client = { ...person, fileNumber, township: DEMO_UNIT_CODE, registeredAt, registeredBy: by }
    return { id: vault.drawId(), revision: 1, value }
  }

  const child = registered({
    name: '示例小豆',
    birthDate: `${year - childAge - 1}-03-12`,
    sex: 'female',
    phone: null,
    tags: ['student', 'leftBehindChild'],
    guardian: { name: '示例奶奶', relation: 'grandparent', phone: '000-0000-0104' },
  })
  const agreed = (purpose: Consent['purpose']): Stored<Consent> => ({
    id: vault.drawId(),
    revision: 1,
    value: {
      clientId: child.id,
      purpose,
      textVersion: '2026-2',
      textFor: 'guardian',
      givenBy: 'guardian',
      guardian: { name: '示例奶奶', as: 'grandparent' },
      manner: 'written',
      givenAt: registeredAt,
      recordedBy: by,
      withdrawnAt: null,
    },
  })
  const first = room.clients.findLast(({ value }) => value.birthDate !== null && value.phone !== null)
  const second =
    first === undefined
      ? []
      : [
          registered({
            name: `${first.value.name}（写错）`,
            birthDate: first.value.birthDate,
            sex: first.value.sex,
            phone: first.value.phone,
          }),
        ]
  const merge = (from: Stored<Client>): ClientMerge => ({
    from: from.id,
    into: first?.id ?? '',
    mergedBy: by,
    mergedAt: instantAt(addDays(today(), -mergedAgo), 10 * 60),
    because,
    undoUntil: addDays(today(), undoDays - mergedAgo),
    undone: null,
  })
  return {
    room: {
      ...room,
      clients: [...room.clients, child, ...second],
      consents: [...room.consents, agreed('assessment'), agreed('casefile')],
    },
    merges: second.map((from) => ({
      kind: clientMergeKind,
      id: vault.drawId(),
      expectedRevision: 0,
      value: merge(from),
    })),
  }
}
