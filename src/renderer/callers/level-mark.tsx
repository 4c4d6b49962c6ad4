import { useTranslation } from 'react-i18next'
import type { ResponseLevel } from '../../casework/crisis/response-level.ts'
import './callers.css'

const shapes: Record<ResponseLevel, string> = { atOnce: '●', today: '◐', planned: '○' }

/** A response level in words and shape. */
export function LevelMark({ level }: { level: ResponseLevel }) {
  const { t } = useTranslation('hotline')
  return (
    <span className={`calls-level-${level}`}>
      <span aria-hidden>{shapes[level]}</span> {t(`responseLevel.${level}`)}
    </span>
  )
}
