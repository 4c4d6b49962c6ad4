import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Long enough to read, short enough that the next person finds the first page. */
const shownFor = 20_000

/** Thanks one person, then makes room for the next. */
export function SurveyThanks({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation('kiosk')
  useEffect(() => {
    const timer = setTimeout(onNext, shownFor)
    return () => clearTimeout(timer)
  }, [onNext])
  return (
    <main className="kiosk-page kiosk-calm">
      <svg viewBox="0 0 96 56" width="144" height="84" aria-hidden="true" focusable="false">
        <path d="M4 48h88" className="kiosk-ground" />
        <path d="M16 48c2-16 14-26 32-26s30 10 32 26" className="kiosk-hill" />
      </svg>
      <h1>{t('survey.thanks.title')}</h1>
      <p className="kiosk-text">{t('survey.thanks.text')}</p>
      <button type="button" className="kiosk-primary" onClick={onNext}>
        {t('survey.thanks.next')}
      </button>
    </main>
  )
}
