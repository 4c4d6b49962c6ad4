import { Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { BesidePanel } from '../assessments/beside-panel.tsx'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { CourseView } from './course-view.tsx'
import { RatingsPanel } from './ratings-panel.tsx'
import { useCourseName } from './use-course-name.ts'
import { useCourses } from './use-courses.ts'
import './results.css'

/** How a client's scores changed, by whoever gave them, and what everybody said of the same thing. */
export function OverTimePage() {
  const { t } = useTranslation('results')
  const navigate = useNavigate()
  const [language] = useLanguage()
  const { file } = useClientOnShow()
  const { constructs, courses, failed } = useCourses()
  const nameOf = useCourseName()
  const [chosen, setChosen] = useState<string | null>(null)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (constructs === null || courses === null) return <Skeleton active />
  const base = `/clients/${file.client.id}`
  const shown = courses.find(({ key }) => key === chosen) ?? courses[0]
  return (
    <>
      <section className="panel" aria-labelledby="over-time">
        <div className="results-head">
          <h2 className="panel-title" id="over-time">
            {t('overTime.title')}
          </h2>
          {shown !== undefined && (
            <p className="results-prints">
              <Link to="for-client">{t('overTime.clientReport')}</Link>
              <Link to="professional">{t('overTime.professionalReport')}</Link>
            </p>
          )}
        </div>
        {shown === undefined ? (
          <EmptyState
            title={t('empty.title')}
            action={
              <Button type="primary" onClick={() => void navigate(`${base}/assessments/new`)}>
                {t('empty.start')}
              </Button>
            }
          >
            {t('empty.text')}
          </EmptyState>
        ) : (
          <>
            <p className="quiet">{t('overTime.lead')}</p>
            {courses.length > 1 && (
              <Select
                className="results-choice"
                aria-label={t('overTime.which')}
                value={shown.key}
                onChange={setChosen}
                options={courses.map((course) => ({ value: course.key, label: nameOf(course, language) }))}
              />
            )}
            <CourseView key={shown.key} course={shown} title={nameOf(shown, language)} />
          </>
        )}
      </section>
      <RatingsPanel constructs={constructs} />
      <BesidePanel />
    </>
  )
}
