import { Button, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ToldCountsList } from './told-counts-list.tsx'
import type { CampaignOnShow } from './use-campaign.ts'

/** Hands the counts of a survey of the county's in: what leaves is shown first, and there is one file ever after. */
export function HandInCounts({ shown: { id, campaign } }: { shown: CampaignOnShow }) {
  const { t } = useTranslation('campaigns')
  const title = useId()
  const { dayTime } = useFormatTime()
  const [file, setFile] = useState<OutgoingFile | null>(null)
  const { data, failed, again } = useQuery(() => answered(room.previewHandIn(id)), [id])
  const write = useCommand(() => room.handInCounts(id))
  const handIn = async () => {
    const written = await write.run()
    if (written === null) return
    setFile(written.value.file)
    again()
  }
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('handIn.title')}
      </h2>
      <RefusalNotice refusal={failed ?? write.refusal} />
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && (
        <>
          <p>
            {data.handedIn === null
              ? t('handIn.what', { county: data.county.name, count: data.people })
              : t('handIn.done', { county: data.county.name, at: dayTime(data.handedIn.at) })}
          </p>
          <p className="quiet">{t('handIn.not')}</p>
          <ToldCountsList survey={campaign.survey} questions={data.questions} />
          {file === null ? (
            <Button type="primary" loading={write.running} onClick={() => void handIn()}>
              {t(data.handedIn === null ? 'handIn.write' : 'handIn.again')}
            </Button>
          ) : (
            <SaveFileButton file={file} primary>
              {t('handIn.save')}
            </SaveFileButton>
          )}
        </>
      )}
    </section>
  )
}
