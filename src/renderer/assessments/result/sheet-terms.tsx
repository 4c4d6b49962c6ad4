import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/values.ts'
import type { Instrument } from '../../../instruments/instrument.ts'

/** What the terms ask to stand on every printout: class, statement, authors, where the wording comes from, and the version. */
export function SheetTerms({
  instrument: { terms, provenance, id },
  version,
  language,
}: {
  instrument: Instrument
  version: string
  language: Language
}) {
  const { t } = useTranslation('assessments')
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
