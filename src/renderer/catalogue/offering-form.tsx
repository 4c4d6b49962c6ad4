import { Button, Checkbox, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShelfEntry } from '../../room/contract/library.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { FormActions } from '../ui/form-actions.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'

interface Fields {
  offered: boolean
  qualified: string[]
}

/** The administrator's choice: whether this room gives the instrument, and who is trained for it where that is asked. */
export function OfferingForm({
  entry: { questionnaire, heldBack, qualified },
  onSaved,
}: {
  entry: ShelfEntry
  onSaved: () => void
}) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const { id, qualification } = questionnaire.instrument
  const staff = useQuery(() => room.listStaff(), [])
  const save = useCommand((fields: Fields) => room.offerInstrument({ instrument: id, ...fields }))
  const submit = async ({ offered, qualified: named = [] }: Fields) => {
    if ((await save.run({ offered, qualified: named })) !== null) onSaved()
  }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      className="instrument-offering"
      initialValues={{ offered: heldBack !== 'SWITCHED_OFF', qualified }}
      onFinish={(fields) => void submit(fields)}
    >
      <RefusalNotice refusal={staff.failed} />
      <Form.Item name="offered" label={t('offering.label')}>
        <Radio.Group
          vertical
          aria-label={t('offering.label')}
          options={[
            { value: true, label: t('offering.yes') },
            { value: false, label: t('offering.no') },
          ]}
        />
      </Form.Item>
      {qualification !== null && (
        <Form.Item
          name="qualified"
          label={t('offering.qualified')}
          extra={t('offering.qualifiedHint', { training: qualification[language] })}
        >
          <Checkbox.Group
            className="instrument-staff"
            options={(staff.data ?? []).map((member) => ({ value: member.id, label: member.name }))}
          />
        </Form.Item>
      )}
      <FormActions refusal={save.refusal}>
        <Button htmlType="submit" loading={save.running}>
          {t('offering.save')}
        </Button>
        <SavedAt at={save.doneAt} />
      </FormActions>
    </Form>
  )
}
