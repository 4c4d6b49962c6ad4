import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Ids that tie a control to its label and to what is missing in it. */
export interface FieldIds {
  id: string
  'aria-labelledby': string
  'aria-describedby'?: string
}

/** A label before its control on one line, and under them what is missing. */
export function Field({
  label,
  required = false,
  group = false,
  missing = null,
  wide = false,
  children,
}: {
  label: string
  required?: boolean
  /** The control is a group of controls, which a label cannot name by `for`. */
  group?: boolean
  missing?: string | null
  /** Takes what is left of its row. */
  wide?: boolean
  children: (ids: FieldIds) => ReactNode
}) {
  const { t } = useTranslation('hotline')
  const id = useId()
  const labelId = `${id}-label`
  const missingId = `${id}-missing`
  const Label = group ? 'span' : 'label'
  const classes = ['call-field', wide && 'call-field-wide', missing !== null && 'call-field-missing']
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <Label className="call-label" id={labelId} {...(group ? {} : { htmlFor: id })}>
        {label}
        {required && (
          <>
            <span aria-hidden className="call-required">
              *
            </span>
            <span className="visually-hidden"> {t('required')}</span>
          </>
        )}
      </Label>
      <div className="call-control">
        {children({
          id,
          'aria-labelledby': labelId,
          ...(missing === null ? {} : { 'aria-describedby': missingId }),
        })}
        {missing !== null && (
          <p className="call-missing" id={missingId}>
            {missing}
          </p>
        )}
      </div>
    </div>
  )
}
