import type { ClientFile } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useFileQuery } from './use-file-query.ts'

/** The crisis episodes of a file. */
export const useEpisodes = (file: ClientFile) => useFileQuery(file, () => room.crisisEpisodes(file.client.id))
