import { EditOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import './by-hand-mark.css'

/** Stands wherever such a score is shown: nobody can work it out again from answers. */
export function ByHandMark() {
  const { t } = useTranslation('paper-scores')
  return (
    <span className="by-hand-mark">
      <EditOutlined aria-hidden /> {t('byHand')}
    </span>
  )
}
