import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { CategoriesForm } from './categories-form.tsx'
import { useCategoryName } from './use-category-name.ts'
import './outreach.css'

/** What this room sorts its activities by (六进 and others). Everybody reads it; supervisors and administrators change it. */
export function CategoriesPage() {
  const { t } = useTranslation('outreach')
  const { data, failed, again } = useQuery(() => room.roomRules(), [])
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  return (
    <Page
      title={t('categories.title')}
      lead={
        <>
          {t('categories.lead')} <SavedAt at={savedAt} />
        </>
      }
      width="form"
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data?.inForce.outreach.proposed === true && <p className="quiet">{t('categories.proposed')}</p>}
      {data !== null &&
        (data.mayAdopt ? (
          <CategoriesForm
            key={data.inForce.outreach.version}
            rules={data}
            onSaved={() => {
              setSavedAt(new Date())
              again()
            }}
          />
        ) : (
          <CategoryNames categories={data.inForce.outreach} />
        ))}
      <Link to="/activities/outreach">{t('back')}</Link>
    </Page>
  )
}

function CategoryNames({ categories }: { categories: Parameters<typeof useCategoryName>[0] }) {
  const { t } = useTranslation('outreach')
  const nameOf = useCategoryName(categories)
  return (
    <section className="panel">
      <ul>
        {categories.categories.map(({ id }) => (
          <li key={id}>{nameOf(id)}</li>
        ))}
      </ul>
      <p className="quiet">{t('categories.askSupervisor')}</p>
    </section>
  )
}
