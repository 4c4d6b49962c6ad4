import { useTranslation } from 'react-i18next'

/** Above a table of scales, on the screen and on paper. */
export function ScalesHead() {
  const { t } = useTranslation('assessments')
  return (
    <thead>
      <tr>
        <th scope="col">{t('parts.scale')}</th>
        <th scope="col">{t('score')}</th>
        <th scope="col">{t('parts.range')}</th>
        <th scope="col">{t('parts.meaning')}</th>
      </tr>
    </thead>
  )
}
