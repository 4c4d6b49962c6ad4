import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useFormatTime } from './format-time.ts'
import './saved-at.css'

/** What happened stays on the page: 已保存 14:02. Nothing before the first time. */
export function SavedAt({ at }: { at: Date | string | null }) {
  const { t } = useTranslation('ui')
  const { time } = useFormatTime()
  return (
    <span role="status" className="saved-at">
      {at !== null && (
        <>
          <CheckOutlined aria-hidden /> {t('savedAt', { time: time(at) })}
        </>
      )}
    </span>
  )
}
