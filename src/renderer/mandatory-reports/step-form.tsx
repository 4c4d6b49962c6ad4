import { Button, Form } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { DisclosureField } from '../../casework/disclosures/disclosure.ts'
import type { MandatoryReport } from '../../casework/disclosures/mandatory-report.ts'
import type { MandatoryReportStepKind } from '../../casework/disclosures/mandatory-report-course.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { draftName, useDraft } from '../ui/use-draft.ts'
import { type StepFields, stepDraft } from './step-draft.ts'
import { StepFieldsOf } from './step-fields.tsx'

/** Putting down one step. */
export function StepForm({
  kind,
  report: { id, value },
  rules,
  usual,
  onTaken,
}: {
  kind: MandatoryReportStepKind
  report: Stored<MandatoryReport>
  rules: PrivacyRules['reports']
  /** What is usually told of a client on this ground. */
  usual: readonly DisclosureField[]
  onTaken: () => void
}) {
  const { t } = useTranslation('mandatory-reports')
  const [form] = Form.useForm<StepFields>()
  const kept = useDraft(draftName('reportStep', id, kind), form)
  const take = useCommand((entered: StepFields) => {
    const step = stepDraft(kind, { ...entered, purpose: t(`duty.${value.duty}`) }, (office) =>
      t(`field.office.${office}`),
    )
    return room.takeReportStep({ id, step })
  })
  const save = async (entered: StepFields) => {
    if ((await take.run(entered)) === null) return
    await kept.forget()
    onTaken()
  }
  const initial: Partial<StepFields> = {
    whom: 'here',
    signs: [],
    when: dayjs().format('YYYY-MM-DDTHH:mm'),
    fields: [...usual],
  }
  return (
    <Form<StepFields>
      form={form}
      layout="vertical"
      className="report-form"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={kept.changed}
      onFinish={(entered) => void save(entered)}
    >
      <DraftNotice draft={kept} />
      <p className="quiet">{t(`step.${kind}.means`)}</p>
      <StepFieldsOf
        kind={kind}
        offices={rules[value.duty].offices}
        usual={value.clientId === null ? null : usual}
      />
      <FormActions refusal={take.refusal}>
        <Button type="primary" htmlType="submit" loading={take.running}>
          {t(`step.${kind}.submit`)}
        </Button>
      </FormActions>
    </Form>
  )
}
