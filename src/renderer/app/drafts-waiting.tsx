import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { draftPlace } from './draft-places.ts'

/** What this person had not finished when it was locked: offered once after each unlock, to go on with or to let go. */
export function DraftsWaiting() {
  const { t } = useTranslation('app')
  const { dayTime } = useFormatTime()
  const { data } = useQuery(() => room.drafts(), [])
  const [settled, setSettled] = useState<readonly string[]>([])
  const { pathname, search } = useLocation()
  const settle = (form: string) => setSettled((before) => [...before, form])
  const waiting = (data ?? []).flatMap(({ form, keptAt }) => {
    const place = draftPlace(form)
    return place === null || settled.includes(form) ? [] : [{ form, keptAt, ...place }]
  })
  // Whoever comes to the form by another way has found it too; what stands there from then on is not to be let go from here.
  const found = waiting.filter(({ path }) => [pathname, pathname + search].includes(path))
  const foundForms = found.map(({ form }) => form).join()
  useEffect(() => {
    if (foundForms !== '') setSettled((before) => [...before, ...foundForms.split(',')])
  }, [foundForms])
  if (waiting.length === 0) return null
  return (
    <section className="frame-drafts" aria-labelledby="drafts-waiting">
      <h2 id="drafts-waiting">{t('drafts.title', { count: waiting.length })}</h2>
      <ul>
        {waiting.map(({ form, keptAt, kind, path }) => (
          <li key={form}>
            <span>
              {t(`drafts.kind.${kind}`)} <span className="quiet">{dayTime(keptAt)}</span>
            </span>
            <Link to={path} onClick={() => settle(form)}>
              {t('drafts.goOn')}
            </Link>
            <Button
              size="small"
              type="text"
              onClick={() => {
                settle(form)
                void room.forgetDraft(form)
              }}
            >
              {t('drafts.discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
