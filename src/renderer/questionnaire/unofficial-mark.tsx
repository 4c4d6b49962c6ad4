import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import './unofficial-mark.css'

/** Marks a wording that is nobody's official one; nothing where it is not. Stands wherever the wording is shown. */
export function UnofficialMark({
  instrument: { provenance },
  language,
}: {
  instrument: Pick<Instrument, 'provenance'>
  language: Language
}) {
  const { t } = useTranslation('catalogue')
  if (provenance[language]?.status !== 'unofficialTranslation') return null
  return (
    <span className="unofficial-mark" title={t('unofficial.meaning')}>
      {t('unofficial.mark')}
    </span>
  )
}
