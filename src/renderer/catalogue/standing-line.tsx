import { CheckOutlined, PauseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ShelfEntry } from '../../room/contract/library.ts'

/** Whether an instrument can be given here and now, and if not, why. */
export function StandingLine({ entry: { heldBack } }: { entry: Pick<ShelfEntry, 'heldBack'> }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  return heldBack === null ? (
    <span className="catalogue-offered">
      <CheckOutlined aria-hidden /> {t('standing.offered')}
    </span>
  ) : (
    <span className="catalogue-held-back">
      <PauseOutlined aria-hidden /> {t('standing.heldBack')}
      <span className="catalogue-under">{tAssessments(`heldBack.${heldBack}`)}</span>
    </span>
  )
}
