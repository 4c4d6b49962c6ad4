import { useTranslation } from 'react-i18next'

/** 不予公布: the one mark for whatever is withheld, whyever it is. */
export function Withheld() {
  const { t } = useTranslation('charts')
  return (
    <span className="counts-withheld" title={t('withheld')}>
      <span aria-hidden>{t('mark')}</span>
      <span className="visually-hidden">{t('withheld')}</span>
    </span>
  )
}

/** What is known of a sum, and how many units withhold their part of it. */
export function KnownPart({ known, units }: { known: number; units: number }) {
  const { t } = useTranslation('charts')
  const said = t('unitsWithheld', { count: units })
  return (
    <>
      {known}
      <span className="counts-withheld counts-partly" title={said}>
        <span aria-hidden>
          {t('mark')}
          {units}
        </span>
        <span className="visually-hidden">{said}</span>
      </span>
    </>
  )
}
