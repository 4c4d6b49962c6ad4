import { useTranslation } from 'react-i18next'
import type { MandatoryReportStep } from '../../casework/disclosures/mandatory-report.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** A step that was taken, with everything that was put down for it. */
export function StepLine({
  step,
  staffNames,
}: {
  step: MandatoryReportStep
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('mandatory-reports')
  const { dateTime, day } = useFormatTime()
  const said: string[] = []
  const one = (name: string, value: string) => said.push(t(`field.${name}.${value}`))
  const text = (name: string, value: string) =>
    value.trim() !== '' && said.push(t('line.pair', { label: t(`field.${name}.label`), value }))
  if ('danger' in step) one('danger', step.danger)
  if ('done' in step) text('done', step.done)
  if ('signs' in step) text('signs', step.signs.map((sign) => t(`field.signs.${sign}`)).join(t('listComma')))
  if ('source' in step) one('source', step.source)
  if ('facts' in step) text('facts', step.facts)
  if ('inference' in step) text('inference', step.inference)
  if ('suspected' in step) text('suspected', t(`field.suspected.${step.suspected}`))
  if ('whom' in step)
    text(
      'whom',
      step.whom.kind === 'outside'
        ? `${step.whom.name} ${day(step.whom.day)}`
        : (staffNames[step.by] ?? t('somebody')),
    )
  if ('advice' in step) text('advice', step.advice)
  if ('office' in step) {
    text('when', dateTime(step.when))
    one('office', step.office)
    text('person', step.person)
    one('way', step.way)
    text('receipt', step.receipt)
  }
  if ('told' in step) one('told', step.told)
  if ('from' in step) text('from', step.from)
  if ('said' in step) text('said', step.said)
  if ('because' in step) text('because', step.because)
  return (
    <li>
      <strong>{t(`step.${step.kind}.title`)}</strong>{' '}
      <span className="quiet">
        {dateTime(step.at)} {staffNames[step.by] ?? t('somebody')}
      </span>
      <p>{said.join('\n')}</p>
    </li>
  )
}
