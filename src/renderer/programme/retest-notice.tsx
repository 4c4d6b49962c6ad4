import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { startLink } from '../assessments/start-link.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useShelfNames } from './use-shelf-names.ts'
import { wayFor } from './way-for.ts'
import './retest-panel.css'

/** What is due again now, of all plans together and each instrument once; nothing while nothing is. */
export function RetestNotice() {
  const { t } = useTranslation('programme')
  const { file, shelf } = useClientOnShow()
  const { data } = useQuery(() => room.retestPlans(file.client.id), [file])
  const { titleOfId, instrumentOf } = useShelfNames(shelf)
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
