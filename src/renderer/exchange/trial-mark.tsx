import { useTranslation } from 'react-i18next'
import './trial-mark.css'

/** Marks figures that have not passed the protection check yet: for trying out, not for publication. */
export function TrialMark() {
  const { t } = useTranslation('exchange')
  return (
    <span className="trial-mark" title={t('trial.meaning')}>
      {t('trial.name')}
    </span>
  )
}
