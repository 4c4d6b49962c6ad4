import { useTranslation } from 'react-i18next'

/** Covers the question while the client rests. */
export function Pause({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('kiosk')
  return (
    <main className="kiosk-page kiosk-calm">
      <h1>{t('pause.title')}</h1>
      <p className="kiosk-text">{t('pause.text')}</p>
      <button type="button" className="kiosk-primary" onClick={onEnd}>
        {t('pause.end')}
      </button>
    </main>
  )
}
