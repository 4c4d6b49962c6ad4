import { useTranslation } from 'react-i18next'
import type { OutreachActivity } from '../../casework/activities/outreach.ts'
import type { OutreachCategories } from '../../casework/activities/outreach-categories.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useCategoryName } from './use-category-name.ts'

/** An activity as it was entered; what was left empty is left out. */
export function ActivityFacts({
  activity,
  categories,
  staffNames,
}: {
  activity: OutreachActivity
  categories: OutreachCategories
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('outreach')
  const { day } = useFormatTime()
  const nameOf = useCategoryName(categories)
  const facts: [string, string][] = [
    ['day', day(activity.day)],
    ['category', nameOf(activity.category)],
    ['form', t(`form.${activity.form}`)],
    ['place', activity.place],
    ['forWhom', activity.forWhom],
    ['audience', t('people', { count: activity.audience })],
    ['materials', t('sheets', { count: activity.materials })],
    ['materialNames', activity.materialNames],
    ['staff', activity.staff.map((id) => staffNames[id] ?? t('somebody')).join(t('comma'))],
    ['volunteers', t('people', { count: activity.volunteers })],
    ['note', activity.note],
  ]
  return (
    <dl className="outreach-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
