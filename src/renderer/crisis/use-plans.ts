import type { ClientFile } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useFileQuery } from './use-file-query.ts'

/** The safety plans of a file. */
export const usePlans = (file: ClientFile) => useFileQuery(file, () => room.safetyPlans(file.client.id))
