import { Button, Checkbox, Form, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import { keepWhatIsWritten } from '../../app/before-lock.ts'
import { desktop } from '../../bridge/desktop.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { useLanguage } from '../../locale/locale.ts'
import { BatteryPicker } from '../../programme/battery-picker.tsx'
import { minutesFor } from '../../questionnaire/minutes.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { type PageWay, pageRaterOf } from '../ways.ts'
import { InformantFields, type InformantForm, informantOf } from './informant-fields.tsx'
import { InstrumentChoice } from './instrument-choice.tsx'
import { offeredEntries } from './offered-entries.ts'

interface Choice extends InformantForm {
  instruments: string[]
  language: Language
  largePrint: boolean
}

/** Hands the screen to the client or to an informant. The vault locks for good before the client's page opens. */
export function ClientModeForm({
  way,
  blocked,
  wanted,
}: {
  way: PageWay
  blocked: boolean
  wanted: string[]
}) {
  const { t } = useTranslation('assessments')
  const [screenLanguage] = useLanguage()
  const { file, shelf } = useClientOnShow()
  const [leaving, setLeaving] = useState(false)
  const [form] = Form.useForm<Choice>()
  const entries = useMemo(() => offeredEntries(shelf.entries, way), [shelf, way])
  const given = entries.flatMap(({ heldBack, questionnaire }) =>
    heldBack === null ? [questionnaire.instrument] : [],
  )
  const initial = wanted.filter((id) => given.some((instrument) => instrument.id === id))
  const chosen = Form.useWatch('instruments', form) ?? initial
  const rater = pageRaterOf(way)
  const begin = useCommand(async ({ instruments, language, largePrint = false, ...informant }: Choice) => {
    // What is being written elsewhere on this page is lost once the vault is locked.
    await keepWhatIsWritten()
    return room.startClientMode({
      clientId: file.client.id,
      instruments,
      rater: rater === 'self' ? { kind: rater } : informantOf(informant),
      language,
      largePrint,
    })
  })
  const instruments = given.filter(({ id }) => chosen.includes(id))
  const common = (['zh-CN', 'en'] as const).filter((language) =>
    instruments.every(({ languages }) => languages.includes(language)),
  )
  const questions = instruments.reduce((sum, { items }) => sum + items.length, 0)

  const hand = async (choice: Choice) => {
    if ((await begin.run(choice)) === null) return
    setLeaving(true)
    await desktop.enterClientMode()
  }

  return (
    <Form<Choice>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel start-form"
      scrollToFirstError={{ block: 'start' }}
      initialValues={{ language: screenLanguage, largePrint: false, instruments: initial }}
      onFinish={(choice) => void hand(choice)}
    >
      {rater === 'informant' && <InformantFields />}
      <h2 className="panel-title">{t('start.instruments')}</h2>
      <BatteryPicker
        offered={({ id }) => given.some((instrument) => instrument.id === id)}
        onChoose={(battery) => form.setFieldsValue({ instruments: battery })}
      />
      <Form.Item
        name="instruments"
        className="start-instruments"
        rules={[
          {
            validator: async (_, ids: string[] = []) => {
              if (ids.length === 0) throw new Error(t('start.instrumentNeeded'))
            },
          },
        ]}
      >
        <InstrumentChoice entries={entries} age={file.age} several />
      </Form.Item>
      <footer className="start-foot">
        <div className="start-how">
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
              options={(['zh-CN', 'en'] as const).map((value) => ({
                value,
                disabled: !common.includes(value),
                label: t(`language.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="largePrint" valuePropName="checked">
            <Checkbox>{t('start.largePrint')}</Checkbox>
          </Form.Item>
        </div>
        {common.length === 0 && <p className="start-caution">{t('start.noCommonLanguage')}</p>}
        <div className="start-locks">
          <p>{t(`start.locks.${rater}.what`)}</p>
          <p>{t(`start.locks.${rater}.back`)}</p>
        </div>
      </footer>
      <div className="start-go">
        <FormActions refusal={begin.refusal}>
          <Button type="primary" htmlType="submit" disabled={blocked} loading={begin.running || leaving}>
            {t(`start.hand.${rater}`)}
          </Button>
          {chosen.length > 0 && (
            <span role="status">
              {t('start.chosen', { count: chosen.length, minutes: minutesFor(questions) })}
            </span>
          )}
        </FormActions>
      </div>
    </Form>
  )
}
