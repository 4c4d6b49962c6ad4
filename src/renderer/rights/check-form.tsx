import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RightsCheck, RightsRequest } from '../../casework/privacy/rights-request.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { FormActions } from '../ui/form-actions.tsx'

/** Something that has to be looked into before the answer, and what was found. */
export function CheckForm({
  request: { id, revision },
  what,
  onNoted,
}: {
  request: Stored<RightsRequest>
  what: RightsCheck
  onNoted: () => void
}) {
  const { t } = useTranslation('rights')
  const note = useCommand(({ note = '' }: { note?: string }) => room.noteCheck({ id, revision, what, note }))
  return (
    <Form<{ note?: string }>
      name={`check-${what}`}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void note.run(fields).then((done) => done && onNoted())}
    >
      <Form.Item name="note" label={t(`check.${what}.title`)} extra={t(`check.${what}.hint`)}>
        <Input maxLength={2000} />
      </Form.Item>
      <FormActions refusal={note.refusal}>
        <Button
          htmlType="submit"
          loading={note.running}
          aria-label={t('checkOne', { what: t(`check.${what}.title`) })}
        >
          {t('checked')}
        </Button>
      </FormActions>
    </Form>
  )
}
