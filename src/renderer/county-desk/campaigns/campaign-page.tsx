import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { desktop } from '../../bridge/desktop.ts'
import { useLanguage } from '../../locale/locale.ts'
import { answered } from '../../room/answered.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { SurveyPreview } from '../../surveys/survey-preview.tsx'
import { ToldQuestion } from '../../surveys/told-counts-list.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UnitNames } from '../upward/unit-names.tsx'
import './campaigns.css'

/** One survey over all rooms: the file for them, who has handed in, and the sums question by question. */
export function CountyCampaignPage() {
  const { t } = useTranslation('campaigns')
  const { campaignId = '' } = useParams()
  const { data, failed } = useQuery(() => answered(room.countyCampaignSums(campaignId)), [campaignId])
  return (
    <Page
      title={data?.title ?? t('title')}
      lead={t('one.lead')}
      actions={<Link to="/county/campaigns">{t('one.back')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && (
        <>
          <section className="panel" aria-label={t('one.standing')}>
            <h2 className="panel-title">{t('one.standing')}</h2>
            <dl className="county-facts">
              <dt>{t('one.rooms')}</dt>
              <dd>{data.rooms.length === 0 ? t('one.nobody') : <UnitNames units={data.rooms} />}</dd>
              <dt>{t('one.missing')}</dt>
              <dd>{data.missing.length === 0 ? t('one.nobody') : <UnitNames units={data.missing} />}</dd>
              <dt>{t('one.people')}</dt>
              <dd>{data.totals.people}</dd>
            </dl>
            <TakeAway id={campaignId} hasSums={data.rooms.length > 0} />
          </section>
          {data.rooms.length > 0 && (
            <section className="panel" aria-label={t('one.sums')}>
              <h2 className="panel-title">{t('one.sums')}</h2>
              <p className="county-quiet">{t('one.rule')}</p>
              <div className="told-counts">
                {data.totals.questions.map(({ question, counts }) => (
                  <ToldQuestion
                    key={question}
                    survey={data.survey}
                    question={question}
                    counts={counts}
                    rooms={data.totals.rooms}
                  />
                ))}
              </div>
            </section>
          )}
          <SurveyPreview survey={data.survey} />
        </>
      )}
    </Page>
  )
}

function TakeAway({ id, hasSums }: { id: string; hasSums: boolean }) {
  const { t } = useTranslation('campaigns')
  const [language] = useLanguage()
  const save = useCommand(async (what: 'campaign' | 'xlsx' | 'csv') => {
    const file =
      what === 'campaign'
        ? await room.countyCampaignFile(id)
        : await room.countyCampaignView({ id, format: what, language })
    return file.ok ? desktop.saveFile(file.value.file.name, file.value.file.bytes) : file
  })
  return (
    <>
      <div className="county-buttons">
        <Button type={hasSums ? 'default' : 'primary'} onClick={() => void save.run('campaign')}>
          {t('one.save')}
        </Button>
        {hasSums &&
          (['xlsx', 'csv'] as const).map((format) => (
            <Button key={format} onClick={() => void save.run(format)}>
              {t(`one.${format}`)}
            </Button>
          ))}
        <span role="status" className="county-quiet">
          {save.doneAt !== null && t('one.saved')}
        </span>
      </div>
      <RefusalNotice refusal={save.refusal} />
    </>
  )
}
