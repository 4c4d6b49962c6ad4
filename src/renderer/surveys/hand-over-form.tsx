import { Button, Checkbox, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import { desktop } from '../bridge/desktop.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import type { CampaignOnShow } from './use-campaign.ts'

interface Choice {
  language: Language
  largePrint: boolean
}

/** Puts the survey up for one person after another. The vault locks for good before the page opens. */
export function HandOverForm({ shown: { id, campaign } }: { shown: CampaignOnShow }) {
  const { t } = useTranslation('surveys')
  const [screenLanguage] = useLanguage()
  const [leaving, setLeaving] = useState(false)
  const { languages } = campaign.survey
  const begin = useCommand((choice: Choice) => room.startSurveyKiosk({ id, ...choice }))
  const hand = async (choice: Choice) => {
    if ((await begin.run(choice)) === null) return
    setLeaving(true)
    await desktop.enterClientMode()
  }
  return (
    <section className="panel">
      <h2 className="panel-title">{t('kiosk.title')}</h2>
      <p>{t('kiosk.lead')}</p>
      <Form<Choice>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          language: languages.includes(screenLanguage) ? screenLanguage : languages[0],
          largePrint: false,
        }}
        onFinish={(choice) => void hand(choice)}
      >
        <Form.Item name="language" label={t('kiosk.language')}>
          <Radio.Group
            aria-label={t('kiosk.language')}
            options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="largePrint" valuePropName="checked">
          <Checkbox>{t('kiosk.largePrint')}</Checkbox>
        </Form.Item>
        <p className="quiet">{t('kiosk.locks')}</p>
        <FormActions refusal={begin.refusal}>
          <Button type="primary" htmlType="submit" loading={begin.running || leaving}>
            {t('kiosk.hand')}
          </Button>
        </FormActions>
      </Form>
    </section>
  )
}
