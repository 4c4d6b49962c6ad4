import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosingPage } from './closing-page.tsx'

/** Long enough to read, short enough that the next person finds the first page. */
const shownFor = 20_000

/** Thanks one person, then makes room for the next. */
export function SurveyThanks({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation('kiosk')
  useEffect(() => {
    const timer = setTimeout(onNext, shownFor)
    return () => clearTimeout(timer)
  }, [onNext])
  const next = (
    <button type="button" className="kiosk-primary" onClick={onNext}>
      {t('survey.thanks.next')}
    </button>
  )
  return (
    <ClosingPage title={t('survey.thanks.title')} action={next}>
      {t('survey.thanks.text')}
    </ClosingPage>
  )
}
