import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClientFile } from '../../room/contract/clients.ts'
import { startLink } from '../assessments/start-link.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useInstruments } from './use-instruments.ts'
import { wayFor } from './way-for.ts'
import './retest-panel.css'

/** What is due again now, of all plans together and each instrument once; nothing while nothing is. */
export function RetestNotice({ file }: { file: ClientFile }) {
  const { t } = useTranslation('programme')
  const { data } = useQuery(() => room.retestPlans(file.client.id), [file])
  const { titleOfId, instrumentOf } = useInstruments()
  const due = [...new Set(data?.plans.flatMap(({ dueNow }) => dueNow))]
  if (due.length === 0) return null
  return (
    <p className="retest-notice">
      {t('retest.dueNow', { titles: due.map(titleOfId).join(t('comma')) })}{' '}
      <Link
        className="retest-act"
        to={startLink(file.client.id, due, wayFor(due.flatMap((one) => instrumentOf(one) ?? [])))}
      >
        {t('retest.start')}
      </Link>
    </p>
  )
}
