import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterStepKind } from '../../casework/shifts/roster-course.ts'
import type { RosterApi, RosterStepEntry } from '../../room/contract/roster.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

interface StepFields {
  colleague?: string | null
  note?: string
}

const entryOf = (kind: RosterStepKind, { colleague = null, note = '' }: StepFields): RosterStepEntry => {
  switch (kind) {
    case 'swapAsked':
      return { kind, of: colleague, note }
    case 'reassigned':
      return { kind, to: colleague ?? '', because: note }
    case 'cancelled':
      return { kind, because: note }
    default:
      return { kind }
  }
}

/** Taken with one press; the others ask for more. */
const atOnce: readonly RosterStepKind[] = ['swapTaken', 'swapDeclined', 'swapWithdrawn']

/** What whoever looks at a duty can do about it. */
export function DutySteps({
  onShow: { duty, standing, open, sitters },
  onTaken,
}: {
  onShow: Awaited<ReturnType<RosterApi['rosterDuty']>>
  onTaken: () => void
}) {
  const { t } = useTranslation('roster')
  const [asked, setAsked] = useState<RosterStepKind | null>(null)
  const { id, revision } = duty
  const take = useCommand((kind: RosterStepKind, fields: StepFields) =>
    room.takeRosterStep({ id, revision, step: entryOf(kind, fields) }),
  )
  const done = async (kind: RosterStepKind, fields: StepFields) => {
    if ((await take.run(kind, fields)) !== null) onTaken()
  }
  if (open.length === 0) return null
  const colleagues = sitters
    .filter((one) => one.id !== standing.staffId)
    .map((one) => ({ value: one.id, label: one.name }))
  const needsReason = asked === 'reassigned' || asked === 'cancelled'
  return (
    <section className="panel" aria-labelledby="duty-steps">
      <h2 className="panel-title" id="duty-steps">
        {t('steps.title')}
      </h2>
      {asked === null ? (
        <FormActions refusal={take.refusal}>
          {open.map((kind) => (
            <Button
              key={kind}
              type={kind === 'swapTaken' ? 'primary' : 'default'}
              loading={take.running}
              onClick={() => (atOnce.includes(kind) ? void done(kind, {}) : setAsked(kind))}
            >
              {t(`step.${kind}`)}
            </Button>
          ))}
        </FormActions>
      ) : (
        <Form<StepFields>
          layout="vertical"
          requiredMark={false}
          aria-label={t(`step.${asked}`)}
          onFinish={(fields) => void done(asked, fields)}
        >
          {asked !== 'cancelled' && (
            <Form.Item
              name="colleague"
              label={t(`colleague.${asked}`)}
              rules={asked === 'reassigned' ? [{ required: true, message: t('needed.who') }] : []}
            >
              <Select
                allowClear={asked === 'swapAsked'}
                options={colleagues}
                placeholder={asked === 'swapAsked' ? t('anybody') : null}
              />
            </Form.Item>
          )}
          <Form.Item
            name="note"
            label={t(`note.${asked}`)}
            rules={
              needsReason ? [{ required: true, whitespace: true, min: 2, message: t('needed.because') }] : []
            }
          >
            <Input maxLength={500} />
          </Form.Item>
          <FormActions refusal={take.refusal}>
            <Button type="primary" htmlType="submit" loading={take.running}>
              {t(`step.${asked}`)}
            </Button>
            <Button onClick={() => setAsked(null)}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
