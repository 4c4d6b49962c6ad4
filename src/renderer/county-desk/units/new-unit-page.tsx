import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UnitForm } from './unit-form.tsx'
import { unitPath } from './unit-path.ts'
import './units.css'

/** Enters a unit by hand. */
export function NewUnitPage() {
  const { t } = useTranslation('county-units')
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.countyUnits(), [])
  return (
    <Page title={t('form.new')} lead={t('form.lead')} width="form">
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <section className="panel">
          <UnitForm
            units={data}
            before={null}
            onSaved={(key) => navigate(unitPath(key), { replace: true })}
            onCancel={() => navigate('/county/units')}
          />
        </section>
      )}
    </Page>
  )
}
