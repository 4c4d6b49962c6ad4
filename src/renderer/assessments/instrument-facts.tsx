import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../instruments/instrument.ts'
import { useLanguage } from '../locale/locale.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { titleOf } from './title-of.ts'

/** What one should know before choosing an instrument: how long, for whom, in which languages and on which terms. */
export function InstrumentFacts({ instrument, age }: { instrument: Instrument; age: number | null }) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const { id, items, ages, languages, terms } = instrument
  const tooYoung = age !== null && ages.min !== undefined && age < ages.min
  const tooOld = age !== null && ages.max !== undefined && age > ages.max
  return (
    <span className="instrument-facts">
      <strong>{titleOf(instrument, language, id)}</strong>
      <span className="start-hint">
        {[
          t('facts.items', { count: items.length }),
          t('facts.minutes', { count: minutesFor(items.length) }),
          ...(ages.min === undefined ? [] : [t('facts.from', { age: ages.min })]),
          languages.map((one) => t(`language.${one}`)).join(' / '),
        ].join(' · ')}
      </span>
      {(tooYoung || tooOld) && <span className="start-caution">{t('facts.ageOutside', { age })}</span>}
      <span className="start-hint">
        {t('terms.short', { termsClass: t(`terms.class.${terms.class}`) })} <q lang="en">{terms.statement}</q>
      </span>
    </span>
  )
}
