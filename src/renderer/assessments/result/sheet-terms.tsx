import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import type { Instrument } from '../../../instruments/instrument.ts'

/** What the terms ask to stand on every printout: class, statement, authors, where the wording comes from, and the version. */
export function SheetTerms({
  instrument: { terms, provenance, id },
  version,
  language,
  spoken,
}: {
  instrument: Instrument
  version: string
  language: Language
  /** What the sheet is in; left out, what the screen is in. */
  spoken?: Language
}) {
  const { i18n } = useTranslation('assessments')
  const t = i18n.getFixedT(spoken ?? i18n.language, 'assessments')
  const origin = provenance[language]
  return (
    <footer className="a4-sheet-small a4-whole">
      <p>
        {t('terms.short', { termsClass: t(`terms.class.${terms.class}`) })} <q lang="en">{terms.statement}</q>{' '}
        {terms.credit !== null && <span lang="en">{terms.credit}</span>}
      </p>
      <p>
        {origin !== undefined && <>{t('sheet.wording', { status: t(`origin.status.${origin.status}`) })} </>}
        {id} · {t('sheet.version', { version })}
      </p>
    </footer>
  )
}
