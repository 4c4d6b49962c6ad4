import { Alert, Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CampaignMode } from '../../casework/surveys/campaign.ts'
import { done } from '../../instruments/outcome.ts'
import type { OfferedCampaign } from '../../room/contract/county-campaigns.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SurveyPreview } from './survey-preview.tsx'

const maxBytes = 2 * 1024 * 1024
const modes = ['kiosk', 'interview'] as const

/** Begins a survey that the county has all its rooms ask, as it stands. */
export function CountySurvey() {
  const { t } = useTranslation('campaigns')
  const title = useId()
  const navigate = useNavigate()
  const [offered, setOffered] = useState<{ bytes: Uint8Array; says: OfferedCampaign } | null>(null)
  const [chosen, setChosen] = useState<CampaignMode[]>([...modes])
  const choose = useCommand(async () => {
    const file = await desktop.openFile(['anxin-campaign'], maxBytes)
    if (!file.ok) return file
    if (file.value === null) return done(null)
    const { bytes } = file.value
    const says = await room.readCountyCampaign(bytes)
    return says.ok ? done({ bytes, says: says.value }) : says
  })
  const open = useCommand((bytes: Uint8Array) => room.openCountyCampaign({ bytes, modes: chosen }))
  const ask = async () => setOffered((await choose.run())?.value ?? null)
  const begin = async (bytes: Uint8Array) => {
    const opened = await open.run(bytes)
    if (opened !== null) void navigate(`/surveys/${opened.value.id}`, { replace: true })
  }
  return (
    <section className="panel surveys-offered" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('room.title')}
      </h2>
      <p>{t('room.what')}</p>
      <Button loading={choose.running} onClick={() => void ask()}>
        {t('room.choose')}
      </Button>
      <RefusalNotice refusal={choose.refusal ?? open.refusal} />
      {offered !== null && (
        <>
          <p>{t('room.of', { title: offered.says.title, county: offered.says.county.name })}</p>
          {offered.says.known ? (
            <Alert type="info" showIcon title={t('room.known')} />
          ) : (
            <div className="surveys-actions">
              <Checkbox.Group
                aria-label={t('surveys:open.how')}
                value={chosen}
                options={modes.map((value) => ({ value, label: t(`surveys:mode.${value}.title`) }))}
                onChange={setChosen}
              />
              <Button type="primary" loading={open.running} onClick={() => void begin(offered.bytes)}>
                {t('surveys:open.open')}
              </Button>
            </div>
          )}
          <SurveyPreview survey={offered.says.survey} />
        </>
      )}
    </section>
  )
}
