import { useClientOnShow } from '../clients/client-context.ts'
import { useFileQuery } from '../crisis/use-file-query.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'

/** Whether a report on this file may be on show: not while a critical answer was not talked about. */
export const useReport = () => {
  const { file } = useClientOnShow()
  return useFileQuery(file, async () => {
    await answered(room.openReport(file.client.id))
    return { open: true }
  })
}
