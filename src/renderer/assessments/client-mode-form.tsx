import { Button, Checkbox, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/values.ts'
import { desktop } from '../bridge/desktop.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { InstrumentFacts } from './instrument-facts.tsx'

interface Choice {
  instruments: string[]
  language: Language
  largePrint: boolean
}

/** Hands the screen to the client. The vault locks for good before the client's page opens. */
export function ClientModeForm({ blocked }: { blocked: boolean }) {
  const { t } = useTranslation('assessments')
  const [screenLanguage] = useLanguage()
  const { file, shelf } = useClientOnShow()
  const [leaving, setLeaving] = useState(false)
  const [form] = Form.useForm<Choice>()
  const chosen = Form.useWatch('instruments', form) ?? []
  const begin = useCommand((choice: Choice) =>
    room.startClientMode({ clientId: file.client.id, ...choice, largePrint: choice.largePrint ?? false }),
  )
  const offered = shelf.entries
    .filter(({ heldBack }) => heldBack === null)
    .map(({ questionnaire }) => questionnaire)
    .filter(({ instrument: { raters, modes } }) => raters.includes('self') && modes.includes('client'))
  const common = (['zh-CN', 'en'] as const).filter((language) =>
    offered.every(
      ({ instrument }) => !chosen.includes(instrument.id) || instrument.languages.includes(language),
    ),
  )

  const hand = async (choice: Choice) => {
    // In the order of the shelf, whatever the order of ticking.
    const instruments = offered.map(({ instrument }) => instrument.id).filter((id) => chosen.includes(id))
    if (!(await begin.run({ ...choice, instruments }))) return
    setLeaving(true)
    await desktop.enterClientMode()
  }

  return (
    <Form<Choice>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel"
      initialValues={{ language: screenLanguage, largePrint: false }}
      onFinish={(choice) => void hand(choice)}
    >
      <Form.Item
        name="instruments"
        label={t('start.instruments')}
        rules={[
          {
            validator: async (_, instruments: string[] = []) => {
              if (instruments.length === 0) throw new Error(t('start.instrumentNeeded'))
            },
          },
        ]}
      >
        <Checkbox.Group
          className="start-instruments"
          options={offered.map(({ instrument }) => ({
            value: instrument.id,
            label: <InstrumentFacts instrument={instrument} age={file.age} />,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="language"
        label={t('start.language')}
        rules={[
          {
            validator: async (_, language: Language) => {
              if (!common.includes(language)) throw new Error(t('start.languageMissing'))
            },
          },
        ]}
      >
        <Radio.Group
          aria-label={t('start.language')}
          options={common.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="largePrint" valuePropName="checked">
        <Checkbox>{t('start.largePrint')}</Checkbox>
      </Form.Item>
      <div className="start-locks">
        <p>{t('start.locks.what')}</p>
        <p>{t('start.locks.back')}</p>
      </div>
      <FormActions refusal={begin.refusal}>
        <Button type="primary" htmlType="submit" disabled={blocked} loading={begin.running || leaving}>
          {t('start.hand')}
        </Button>
      </FormActions>
    </Form>
  )
}
