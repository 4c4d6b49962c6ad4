import { useTranslation } from 'react-i18next'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Until when a call is kept, whatever anybody wishes. */
export function CallKept({ callId, revision }: { callId: string; revision: number }) {
  const { t } = useTranslation('callers')
  const { day } = useFormatTime()
  const { data, failed } = useQuery(() => answered(room.callKept(callId)), [callId, revision])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  return data === null ? null : <p className="quiet">{t('kept', { day: day(data.until) })}</p>
}
