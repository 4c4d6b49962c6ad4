import { Spin } from 'antd'
import { useTranslation } from 'react-i18next'

/** Stands while the county's store is being opened, which takes some seconds the first time. */
export function Opening() {
  const { t } = useTranslation('county-desk')
  return (
    <p role="status" className="panel county-opening">
      <Spin size="small" /> {t('opening')}
    </p>
  )
}
