import { Button, Checkbox, Form, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Rater } from '../../../casework/assessments/assessment.ts'
import type { Language } from '../../../casework/records/values.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import { useLanguage } from '../../locale/locale.ts'
import { BatteryPicker } from '../../programme/battery-picker.tsx'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useCommand } from '../../room/use-command.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import type { Waiting } from '../waiting.ts'
import type { EntryWay } from '../ways.ts'
import { InformantFields, type InformantForm, informantOf } from './informant-fields.tsx'
import { InstrumentChoice } from './instrument-choice.tsx'
import { offeredEntries } from './offered-entries.ts'

interface Choice extends InformantForm {
  instruments: string[]
  language?: Language
  paper?: boolean
}

/** Starts one questionnaire whose answers are entered in this window. */
export function StaffEntryForm({
  way,
  blocked,
  wanted,
}: {
  way: EntryWay
  blocked: boolean
  wanted: string[]
}) {
  const { t } = useTranslation('assessments')
  const navigate = useNavigate()
  const [screenLanguage] = useLanguage()
  const { me } = useSession()
  const { file, shelf, again } = useClientOnShow()
  const [form] = Form.useForm<Choice>()
  const entries = useMemo(() => offeredEntries(shelf.entries, way), [shelf, way])
  const isGiven = (id: string) =>
    entries.some((one) => one.heldBack === null && one.questionnaire.instrument.id === id)
  /** One after the other; the first is chosen and the others wait. */
  const [inTurn, setInTurn] = useState(() => wanted.filter(isGiven))
  const initial = inTurn.slice(0, 1)
  const [chosen] = Form.useWatch('instruments', form) ?? initial
  const instrument = entries.find(({ questionnaire }) => questionnaire.instrument.id === chosen)
    ?.questionnaire.instrument
  const languages = instrument?.languages ?? []
  const usual = languages.includes(screenLanguage) ? screenLanguage : languages[0]

  const raterFor = (choice: Choice): Rater =>
    way === 'informant'
      ? informantOf(choice)
      : way === 'staff'
        ? { kind: 'staff', staffId: me.id }
        : { kind: 'self' }
  const begin = useCommand(async (choice: Choice) => {
    const begun = await room.startAssessment({
      clientId: file.client.id,
      instrument: chosen ?? '',
      rater: raterFor(choice),
      language:
        choice.language !== undefined && languages.includes(choice.language)
          ? choice.language
          : (usual ?? screenLanguage),
    })
    if (!begun.ok || choice.paper !== true) return begun
    const { id, revision } = begun.value
    return room.saveAnswers({ id, revision, answers: {}, paper: 'once' })
  })
  const start = async (choice: Choice) => {
    const begun = await begin.run(choice)
    if (!begun) return
    again()
    const waiting: Waiting = { way, instruments: inTurn.filter((id) => id !== chosen) }
    void navigate(`/clients/${file.client.id}/assessments/${begun.value.id}/answers`, {
      replace: true,
      state: waiting,
    })
  }

  if (entries.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t('start.noneOffered')} />
      </section>
    )
  return (
    <Form<Choice>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="panel start-form"
      scrollToFirstError={{ block: 'start' }}
      initialValues={{ instruments: initial, paper: false }}
      onFinish={(choice) => void start(choice)}
    >
      {way === 'informant' && <InformantFields />}
      <h2 className="panel-title">{t('start.instrument')}</h2>
      <BatteryPicker
        offered={({ id }) => isGiven(id)}
        onChoose={(battery) => {
          setInTurn(battery)
          form.setFieldsValue({ instruments: battery.slice(0, 1) })
        }}
      />
      {inTurn.length > 1 && <p className="start-hint">{t('start.inTurn', { count: inTurn.length })}</p>}
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
        <InstrumentChoice entries={entries} age={file.age} several={false} />
      </Form.Item>
      <footer className="start-foot">
        {languages.length > 1 && (
          <Form.Item key={chosen} name="language" label={t('start.language')} initialValue={usual}>
            <Radio.Group
              aria-label={t('start.language')}
              options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="paper" valuePropName="checked" extra={t('paper.choiceHint')}>
          <Checkbox>{t('paper.choice')}</Checkbox>
        </Form.Item>
      </footer>
      <div className="start-go">
        <FormActions refusal={begin.refusal}>
          <Button type="primary" htmlType="submit" disabled={blocked} loading={begin.running}>
            {t('start.enter')}
          </Button>
          {chosen !== undefined && (
            <Link className="start-print" to={`/catalogue/${chosen}/paper-form`}>
              {t('start.printForm')}
            </Link>
          )}
        </FormActions>
      </div>
    </Form>
  )
}
