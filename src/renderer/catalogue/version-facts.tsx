import { useTranslation } from 'react-i18next'
import type { QuestionnaireShelf, ShelfEntry } from '../../room/contract/library.ts'
import { SignedInLine } from './signed-in-line.tsx'

/** Which version is given here, who took it in, and which were given before. */
export function VersionFacts({ shelf, entry }: { shelf: QuestionnaireShelf; entry: ShelfEntry }) {
  const { t } = useTranslation('catalogue')
  const { id, version } = entry.questionnaire.instrument
  const before = shelf.earlier.filter(({ instrument }) => instrument.id === id)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('version.title')}</h2>
      <p className="instrument-version">
        {t('version.now', { version })} {entry.signedIn === null && t('version.shipped')}
        <SignedInLine entry={entry} staffNames={shelf.staffNames} />
      </p>
      {before.length > 0 && (
        <p className="instrument-version">
          {t('version.before', {
            versions: before.map(({ instrument }) => instrument.version).join(t('listed')),
          })}
        </p>
      )}
    </section>
  )
}
