import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../../instruments/instrument.ts'

/** On which terms an instrument is used: the class, and unfolded the statement itself, who is to be named, and where it stands. */
export function TermsLine({ terms, open }: { terms: Instrument['terms']; open: boolean }) {
  const { t } = useTranslation('assessments')
  return (
    <details className="terms-line" key={String(open)} open={open}>
      <summary>{t('terms.short', { termsClass: t(`terms.class.${terms.class}`) })}</summary>
      <p>
        <q lang="en">{terms.statement}</q> {terms.credit !== null && <span lang="en">{terms.credit}</span>}{' '}
        <span className="terms-line-url">{terms.url}</span>
      </p>
    </details>
  )
}
