import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClientFile } from '../../room/contract/clients.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import './closure.css'

/** Says that a file is closed, or waits to be; nothing while it is open. */
export function FileState({ file }: { file: ClientFile }) {
  const { t } = useTranslation('closure')
  const { day } = useFormatTime()
  const { data } = useQuery(() => room.caseOnShow(file.client.id), [file])
  if (data === null || data.situation.state === 'open') return null
  const { state, since } = data.situation
  return (
    <Link className={`file-state file-state-${state}`} to={`/clients/${file.client.id}/closure`}>
      {t(`state.${state}`, { day: since === null ? '' : day(since) })}
    </Link>
  )
}
