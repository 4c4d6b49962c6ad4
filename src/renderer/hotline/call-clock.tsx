import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const twoDigits = (count: number) => String(count).padStart(2, '0')

/** `hh:mm:ss` between two moments. */
export function lengthOf(from: string, to: Date | string): string {
  const seconds = Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map(twoDigits).join(':')
}

/** How long the call has been going on. */
export function CallClock({ startedAt }: { startedAt: string }) {
  const { t } = useTranslation('running-call')
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="call-clock" role="timer" aria-label={t('clock')}>
      {lengthOf(startedAt, now)}
    </span>
  )
}
