import { useTranslation } from 'react-i18next'
import type { OutreachVersion } from '../../casework/activities/outreach.ts'
import type { OutreachCategories } from '../../casework/activities/outreach-categories.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ActivityFacts } from './activity-facts.tsx'

const kindOf = ({ struckOut, because }: OutreachVersion) =>
  struckOut ? 'struckOut' : because === '' ? 'entered' : 'corrected'

/** Everything that was entered about an activity, the newest first. */
export function ActivityVersions({
  versions,
  categories,
  staffNames,
}: {
  versions: readonly OutreachVersion[]
  categories: OutreachCategories
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('outreach')
  const { dateTime } = useFormatTime()
  return (
    <section className="panel" aria-labelledby="outreach-versions">
      <h2 className="panel-title" id="outreach-versions">
        {t('versions.title')}
      </h2>
      <ol className="outreach-versions">
        {versions.toReversed().map((version) => (
          <li key={version.at}>
            {t(`versions.${kindOf(version)}`, {
              who: staffNames[version.by] ?? t('somebody'),
              at: dateTime(version.at),
            })}{' '}
            {version.because}
            {versions.length > 1 && (
              <details>
                <summary>{t('versions.read')}</summary>
                <ActivityFacts activity={version.activity} categories={categories} staffNames={staffNames} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
