import { Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CampaignMode } from '../../casework/surveys/campaign.ts'
import type { Refusal } from '../../instruments/outcome.ts'
import type { PlainSurvey } from '../../instruments/plain-survey/plain-survey.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface Choice {
  title: string
  modes: CampaignMode[]
}

const modes = ['kiosk', 'interview'] as const

/** Names the campaign and says how people are asked. */
export function OpenForm({
  survey,
  running,
  refusal,
  onOpen,
}: {
  survey: PlainSurvey
  running: boolean
  refusal: Refusal | null
  onOpen: (choice: Choice) => void
}) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  return (
    <Form<Choice>
      layout="vertical"
      requiredMark={false}
      className="panel surveys-form"
      initialValues={{ title: surveyText(survey.title, language).slice(0, 100), modes: [...modes] }}
      onFinish={onOpen}
    >
      <Form.Item
        name="title"
        label={t('open.name')}
        extra={t('open.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('open.nameNeeded') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="modes"
        label={t('open.how')}
        rules={[
          {
            validator: async (_, chosen: string[] = []) => {
              if (chosen.length === 0) throw new Error(t('open.howNeeded'))
            },
          },
        ]}
      >
        <Checkbox.Group
          className="surveys-modes"
          options={modes.map((value) => ({
            value,
            label: (
              <>
                {t(`mode.${value}.title`)} <span className="quiet">{t(`mode.${value}.hint`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      <FormActions refusal={refusal}>
        <Button type="primary" htmlType="submit" loading={running}>
          {t('open.open')}
        </Button>
      </FormActions>
    </Form>
  )
}
