import { Button, Form, Input, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rater } from '../../casework/assessments/assessment.ts'
import type { AlertHandling, CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { RaterLine } from '../assessments/rater-line.tsx'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { PaperAlertLine } from '../paper-scores/paper-alert-line.tsx'
import { surveyText } from '../questionnaire/survey-text.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { SideBySide } from '../ui/side-by-side.tsx'
import { useConflict } from '../ui/use-conflict.ts'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { responseTo } from './alert-response.ts'
import { questionnaireOn } from './client-context.ts'
import './alert-handling-form.css'

type Handling = Omit<AlertHandling, 'handledBy' | 'handledAt'>

const findings = ['confirmed', 'denied', 'notAsked'] as const
const levels = ['atOnce', 'today', 'planned'] as const

/** A critical item that nobody has dealt with yet: what was answered, what to do, and the entry that alone ends it. */
export function AlertHandlingForm({
  alert,
  rater,
  shelf,
  onWriting,
  onHandled,
}: {
  alert: Stored<CriticalAlert>
  /** Whose answer raised it; undefined where it was a score entered by hand. */
  rater: Rater | undefined
  shelf: QuestionnaireShelf
  /** Something stands in the form that is not saved: it has to stay on show whatever others do. */
  onWriting: () => void
  onHandled: () => void
}) {
  const { t } = useTranslation('clients')
  const { dayTime } = useFormatTime()
  const [language] = useLanguage()
  const [form] = Form.useForm<Handling>()
  const asked = Form.useWatch('asked', form)
  const [open, setOpen] = useState(true)
  const [typed, setTyped] = useState(false)
  const kept = useDraft(draftName('alert', alert.value.clientId, alert.id), form)
  const handle = useCommand((handling: Handling) =>
    room.handleAlert({ id: alert.id, revision: alert.revision, handling }),
  )

  const writing = typed || kept.restoredAt !== null
  useEffect(() => {
    if (writing) onWriting()
  }, [writing, onWriting])
  const conflict = useConflict(handle.refusal, async () => {
    const { alerts } = await answered(room.openClient(alert.value.clientId))
    return alerts.find(({ id }) => id === alert.id) ?? null
  })
  const left = async () => {
    await kept.forget()
    onHandled()
  }
  const save = async (handling: Handling) => {
    if ((await handle.run(handling)) !== null) await left()
  }
  const theirs = conflict.stored?.value.handling ?? alert.value.handling
  // What has just been saved here comes back as well.
  const ours = handle.running || handle.doneAt !== null
  if (theirs !== null)
    return writing && !ours ? (
      <SideBySide<Handling>
        fields={[
          {
            name: 'asked',
            label: t('alert.asked.label'),
            text: (one) => one.asked && t(`alert.asked.${one.asked}`),
          },
          {
            name: 'responseLevel',
            label: t('alert.level.label'),
            text: (one) => one.responseLevel && t(`alert.level.${one.responseLevel}`),
          },
          { name: 'entry', label: t('alert.entry.label'), text: (one) => one.entry },
        ]}
        stored={theirs}
        mine={form.getFieldsValue(true)}
        closed
        onSettled={() => undefined}
        onLeft={() => void left()}
      />
    ) : null

  const { instrument: id, item, value, raisedAt } = alert.value
  const questionnaire = questionnaireOn(shelf, id)
  const question = questionnaire?.survey.pages
    .flatMap(({ elements }) => elements)
    .find(({ name }) => name === item)
  const choice = question?.choices.find((one) => one.value === value)
  const response = responseTo(shelf, alert.value)
  const titleId = `alert-${alert.id}`

  return (
    <section className="alert-handling" role="alert" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          <span aria-hidden>▲</span> {t('alert.title')}
        </h2>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'alert.fold' : 'alert.open')}
        </Button>
      </header>
      <p className="alert-answer">
        <PaperAlertLine alert={alert.value}>
          {t('alert.answered', {
            at: dayTime(raisedAt),
            instrument: titleOf(questionnaire?.instrument, language, id),
            question: surveyText(question?.title, language),
            answer: choice ? surveyText(choice.text, language) : value,
          })}{' '}
          {rater !== undefined && (
            <>
              {t('alert.rater')}
              <RaterLine rater={rater} />
            </>
          )}
        </PaperAlertLine>
      </p>
      <p>{t(`alert.response.${response}`)}</p>
      {open && (
        <Form<Handling>
          form={form}
          layout="vertical"
          requiredMark={false}
          onValuesChange={(changes, fields) => {
            setTyped(true)
            kept.changed(changes, fields)
          }}
          onFinish={(handling) => void save(handling)}
        >
          <DraftNotice draft={kept} />
          <p className="alert-hint">{t(`alert.hint.${response}`)}</p>
          <div className="alert-choices">
            <Form.Item
              name="asked"
              label={t('alert.asked.label')}
              rules={[{ required: true, message: t('alert.asked.needed') }]}
            >
              <Radio.Group
                vertical
                aria-label={t('alert.asked.label')}
                options={findings.map((finding) => ({ value: finding, label: t(`alert.asked.${finding}`) }))}
              />
            </Form.Item>
            <Form.Item
              name="responseLevel"
              label={t('alert.level.label')}
              rules={[{ required: true, message: t('alert.level.needed') }]}
            >
              <Radio.Group
                vertical
                aria-label={t('alert.level.label')}
                options={levels.map((level) => ({ value: level, label: t(`alert.level.${level}`) }))}
              />
            </Form.Item>
          </div>
          <Form.Item
            name="entry"
            label={t(asked === 'notAsked' ? 'alert.entry.whyNot' : 'alert.entry.label')}
            extra={t('alert.entry.hint')}
            rules={[{ required: true, whitespace: true, min: 5, message: t('alert.entry.needed') }]}
          >
            <Input.TextArea rows={4} maxLength={20_000} />
          </Form.Item>
          <FormActions refusal={handle.refusal}>
            <Button type="primary" htmlType="submit" loading={handle.running}>
              {t('alert.submit')}
            </Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
