import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given } from '../support/outcome.ts'

/** What the clients are called whom a query finds, in the order they are found; names are asked for one by one. */
export const namesFound = async (room: RoomApi, query = ''): Promise<string[]> => {
  const { clients } = await room.listClients(query)
  return Promise.all(clients.map(async ({ id }) => given(await room.showName(id)).name))
}
