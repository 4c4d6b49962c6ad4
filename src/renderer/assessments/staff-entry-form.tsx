import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Rater } from '../../casework/assessment.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { InstrumentFacts } from './instrument-facts.tsx'
import { raterOf, type Way } from './ways.ts'

interface Choice {
  instrument: string
  relation?: string
}

/** Starts one questionnaire whose answers are entered in this window. */
export function StaffEntryForm({ way, blocked }: { way: Exclude<Way, 'clientMode'>; blocked: boolean }) {
  const { t } = useTranslation('assessments')
  const navigate = useNavigate()
  const [screenLanguage] = useLanguage()
  const { me } = useSession()
  const { file, shelf, again } = useClientOnShow()
  const [form] = Form.useForm<Choice>()
  const chosen = Form.useWatch('instrument', form)
  const offered = shelf.entries
    .filter(({ heldBack }) => heldBack === null)
    .map(({ questionnaire }) => questionnaire)
    .filter(({ instrument }) => instrument.raters.includes(raterOf(way)))
  const languages = offered.find(({ instrument }) => instrument.id === chosen)?.instrument.languages ?? []

  const raterFor = ({ relation = '' }: Choice): Rater =>
    way === 'informant'
      ? { kind: 'informant', relation: relation.trim() }
      : way === 'staff'
        ? { kind: 'staff', staffId: me.id }
        : { kind: 'self' }
  const begin = useCommand((choice: Choice) =>
    room.startAssessment({
      clientId: file.client.id,
      instrument: choice.instrument,
      rater: raterFor(choice),
      language: languages.includes(screenLanguage) ? screenLanguage : (languages[0] ?? screenLanguage),
    }),
  )
  const start = async (choice: Choice) => {
    const begun = await begin.run(choice)
    if (!begun) return
    again()
    void navigate(`/clients/${file.client.id}/assessments/${begun.value.id}/answers`, { replace: true })
  }

  if (offered.length === 0)
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
      className="panel"
      onFinish={(choice) => void start(choice)}
    >
      <Form.Item
        name="instrument"
        label={t('start.instrument')}
        rules={[{ required: true, message: t('start.instrumentNeeded') }]}
      >
        <Radio.Group
          aria-label={t('start.instrument')}
          className="start-instruments"
          options={offered.map(({ instrument }) => ({
            value: instrument.id,
            label: <InstrumentFacts instrument={instrument} age={file.age} />,
          }))}
        />
      </Form.Item>
      {way === 'informant' && (
        <Form.Item
          name="relation"
          label={t('start.relation')}
          extra={t('start.relationHint')}
          rules={[{ required: true, whitespace: true, message: t('start.relationNeeded') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      {chosen === 'behaviour-clues' && <p className="start-caution">{t('clues')}</p>}
      <FormActions refusal={begin.refusal}>
        <Button type="primary" htmlType="submit" disabled={blocked} loading={begin.running}>
          {t('start.enter')}
        </Button>
      </FormActions>
    </Form>
  )
}
