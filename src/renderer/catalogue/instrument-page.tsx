import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { QuestionnaireShelf, ShelfEntry } from '../../room/contract/library.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { AboutFacts } from './about-facts.tsx'
import { CriticalFacts } from './critical-facts.tsx'
import { ExportFhir } from './export-fhir.tsx'
import { OfferingForm } from './offering-form.tsx'
import { ScaleFacts } from './scale-facts.tsx'
import { StandingLine } from './standing-line.tsx'
import { TermsFacts } from './terms-facts.tsx'
import { VersionFacts } from './version-facts.tsx'
import './catalogue.css'
import './instrument-page.css'

/** One instrument: what it measures and how, from its own data; its terms; what can be done with it here. */
export function InstrumentPage() {
  const { instrumentId } = useParams()
  const { data: shelf, failed, again } = useQuery(() => room.questionnaires(), [])
  const entry = shelf?.entries.find(({ questionnaire }) => questionnaire.instrument.id === instrumentId)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (shelf === null) return <Skeleton active />
  if (entry === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  return <InstrumentOnShow shelf={shelf} entry={entry} onChanged={again} />
}

function InstrumentOnShow({
  shelf,
  entry,
  onChanged,
}: {
  shelf: QuestionnaireShelf
  entry: ShelfEntry
  onChanged: () => void
}) {
  const { t } = useTranslation('catalogue')
  const { me } = useSession()
  const [language] = useLanguage()
  const navigate = useNavigate()
  const { instrument } = entry.questionnaire
  const otherTitle = instrument.title[language === 'en' ? 'zh-CN' : 'en']
  return (
    <Page
      title={titleOf(instrument, language, instrument.id)}
      lead={
        <>
          {otherTitle !== undefined && instrument.title[language] !== undefined && (
            <span lang={language === 'en' ? 'zh-CN' : 'en'}>{otherTitle} · </span>
          )}
          {t('idAndVersion', { id: instrument.id, version: instrument.version })}
        </>
      }
      actions={
        <>
          <Link className="catalogue-action" to="/catalogue">
            {t('all')}
          </Link>
          <Link className="catalogue-action" to={`/catalogue/${instrument.id}/paper-form`}>
            {t('paperForm')}
          </Link>
          <Button type="primary" onClick={() => void navigate(`/catalogue/${instrument.id}/try`)}>
            {t('tryOut.open')}
          </Button>
        </>
      }
    >
      {instrument.advice !== null && <p className="instrument-advice">{instrument.advice[language]}</p>}
      <div className="instrument-columns">
        <div className="instrument-column">
          <AboutFacts questionnaire={entry.questionnaire} />
          <CriticalFacts questionnaire={entry.questionnaire} />
          <ScaleFacts instrument={instrument} titles={titlesOn(shelf, language)} />
        </div>
        <div className="instrument-column">
          <section className="panel">
            <h2 className="panel-title">{t('standing.title')}</h2>
            <StandingLine entry={entry} />
            {entry.qualified.length > 0 && (
              <p className="instrument-trained">
                {t('standing.trained', {
                  names: entry.qualified.map((id) => shelf.staffNames[id] ?? t('somebody')).join(t('listed')),
                })}
              </p>
            )}
            {me.roles.includes('administrator') && <OfferingForm entry={entry} onSaved={onChanged} />}
          </section>
          <TermsFacts instrument={instrument} />
          <VersionFacts shelf={shelf} entry={entry} />
          <ExportFhir questionnaire={entry.questionnaire} />
        </div>
      </div>
    </Page>
  )
}

const titlesOn = ({ entries }: QuestionnaireShelf, language: 'zh-CN' | 'en'): ReadonlyMap<string, string> =>
  new Map(
    entries.map(({ questionnaire: { instrument } }) => [
      instrument.id,
      titleOf(instrument, language, instrument.id),
    ]),
  )
