import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Battery } from '../../casework/battery.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { InstrumentOrder } from './instrument-order.tsx'
import { WeeksField } from './weeks-field.tsx'
import './battery-form.css'

/** A battery as it stands in the form: a new one, one from a proposal, or one that is being changed. */
export interface BatteryDraft extends Pick<Battery, 'name' | 'instruments' | 'everyWeeks' | 'proposal'> {
  id: string | null
  revision: number
}

type Fields = Pick<Battery, 'name' | 'instruments' | 'everyWeeks'>

/** Makes a battery or changes one. */
export function BatteryForm({
  draft,
  shelf,
  onSaved,
  onCancel,
}: {
  draft: BatteryDraft
  shelf: QuestionnaireShelf
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('programme')
  const save = useCommand(({ name, instruments, everyWeeks }: Fields) =>
    room.saveBattery({
      id: draft.id,
      revision: draft.revision,
      battery: { name, instruments, everyWeeks: everyWeeks ?? null, proposal: draft.proposal },
    }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="panel battery-form"
      aria-label={t(draft.id === null ? 'form.new' : 'form.change')}
      initialValues={draft}
      onFinish={(fields) => void save.run(fields).then((saved) => saved && onSaved())}
    >
      <h2 className="panel-title">{t(draft.id === null ? 'form.new' : 'form.change')}</h2>
      <Form.Item
        name="name"
        label={t('form.name')}
        rules={[{ required: true, whitespace: true, message: t('form.nameNeeded') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="instruments"
        label={t('form.instruments')}
        extra={t('form.instrumentsHint')}
        rules={[
          {
            validator: async (_, instruments: string[] = []) => {
              if (instruments.length < 2) throw new Error(t('form.instrumentsNeeded'))
            },
          },
        ]}
      >
        <InstrumentOrder label={t('form.instruments')} shelf={shelf} />
      </Form.Item>
      <Form.Item name="everyWeeks" label={t('form.everyWeeks')} extra={t('form.everyWeeksHint')}>
        <WeeksField />
      </Form.Item>
      <FormActions refusal={save.refusal}>
        <Button type="primary" htmlType="submit" loading={save.running}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  )
}
