import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShelfEntry } from '../../../room/contract/library.ts'
import { useLanguage } from '../../locale/locale.ts'
import { minutesFor } from '../../questionnaire/minutes.ts'
import { UnofficialMark } from '../../questionnaire/unofficial-mark.tsx'
import { titleOf } from '../title-of.ts'
import { isForAge } from './offered-entries.ts'
import { TermsLine } from './terms-line.tsx'

/** One instrument to choose: how long, in which languages, on which terms; greyed with the reason where it is held back. */
export function InstrumentRow({
  entry,
  age,
  several,
  chosen,
  onChoose,
}: {
  entry: ShelfEntry
  age: number | null
  several: boolean
  chosen: boolean
  onChoose: (chosen: boolean) => void
}) {
  const { t } = useTranslation('assessments')
  const [language] = useLanguage()
  const { heldBack, questionnaire } = entry
  const { instrument } = questionnaire
  const { id, items, languages, terms, kind } = instrument
  const Choice = several ? Checkbox : Radio
  const wording = languages.includes(language) ? language : (languages[0] ?? language)
  return (
    <li className={heldBack === null ? undefined : 'instrument-held-back'}>
      <Choice
        checked={chosen}
        disabled={heldBack !== null}
        onChange={({ target }: { target: { checked?: boolean } }) => onChoose(target.checked === true)}
      >
        <strong>{titleOf(instrument, language, id)}</strong>
        <span className="start-hint">
          {t('facts.items', { count: items.length })} ·{' '}
          {t('facts.minutes', { count: minutesFor(items.length) })}
          {languages.length === 1 && ` · ${t(`facts.onlyIn.${wording}`)}`}
          {kind === 'observation' && ` · ${t('facts.observation')}`}
        </span>
      </Choice>
      <UnofficialMark instrument={instrument} language={wording} />
      {heldBack !== null && <p className="start-caution">{t(`heldBack.${heldBack}`)}</p>}
      {!isForAge(entry, age) && <p className="start-caution">{t('facts.ageOutside', { age: age ?? 0 })}</p>}
      {chosen && instrument.advice !== null && <p className="start-caution">{instrument.advice[language]}</p>}
      <TermsLine terms={terms} open={chosen} />
    </li>
  )
}
