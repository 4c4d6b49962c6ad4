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
