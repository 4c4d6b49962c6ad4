import { Button, Radio } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './side-by-side.css'

/** One field of a record, and how it is read. */
export interface ComparedField<T> {
  name: keyof T & string
  label: string
  text: (value: T) => ReactNode
}

type Side = 'stored' | 'mine'

/** The fields in which two states of a record differ, in the order they are shown. */
export const differingFields = <T extends object>(
  fields: readonly ComparedField<T>[],
  stored: T,
  mine: T,
): (keyof T & string)[] =>
  fields
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(stored[name] ?? null) !== JSON.stringify(mine[name] ?? null))

/**
 * A record that was changed elsewhere while somebody typed over it: what is stored now beside what they typed, field by field.
 * Nothing is merged by itself: each field that differs is chosen, then it is saved on top of what is stored now. A record that
 * is closed by now can only be looked at.
 */
export function SideBySide<T extends object>({
  fields,
  stored,
  mine,
  closed = false,
  saving = false,
  onSettled,
  onLeft,
}: {
  fields: readonly ComparedField<T>[]
  stored: T
  mine: T
  closed?: boolean
  saving?: boolean
  /** The record as it was chosen. */
  onSettled: (chosen: T) => void
  /** What is stored stays; what was typed is let go. */
  onLeft: () => void
}) {
  const { t } = useTranslation('ui')
  const [chosen, setChosen] = useState<Partial<Record<keyof T, Side>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  const differing = differingFields(fields, stored, mine)
  const open = differing.filter((name) => chosen[name] === undefined)

  const settle = () => {
    const settled = { ...mine }
    for (const name of differing) if (chosen[name] === 'stored') settled[name] = stored[name]
    onSettled(settled)
  }
  const cell = (field: ComparedField<T>, side: Side, value: T) => (
    <td className={chosen[field.name] === side ? 'side-chosen' : undefined}>
      {closed ? (
        field.text(value)
      ) : (
        <Radio
          name={`${id}-${field.name}`}
          checked={chosen[field.name] === side}
          onChange={() => setChosen((before) => ({ ...before, [field.name]: side }))}
        >
          <span className="side-whose">{t(`sideBySide.${side}`)} </span>
          {field.text(value)}
        </Radio>
      )}
    </td>
  )

  return (
    <section className="panel side-by-side" aria-labelledby={`${id}-title`}>
      <h2 className="panel-title" id={`${id}-title`} ref={heading} tabIndex={-1}>
        {t('sideBySide.title')}
      </h2>
      <p>{t(closed ? 'sideBySide.closed' : 'sideBySide.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sideBySide.field')}</th>
            <th scope="col">{t('sideBySide.stored')}</th>
            <th scope="col">{t('sideBySide.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) =>
            differing.includes(field.name) ? (
              <tr key={field.name} className="side-differs">
                <th scope="row">
                  {field.label} <span className="side-mark">{t('sideBySide.differs')}</span>
                </th>
                {cell(field, 'stored', stored)}
                {cell(field, 'mine', mine)}
              </tr>
            ) : (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td colSpan={2}>
                  {field.text(stored)} <span className="quiet">{t('sideBySide.same')}</span>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <div className="side-actions">
        {closed ? (
          <Button type="primary" onClick={onLeft}>
            {t('sideBySide.seen')}
          </Button>
        ) : (
          <>
            <Button type="primary" disabled={open.length > 0} loading={saving} onClick={settle}>
              {t('sideBySide.save')}
            </Button>
            <Button disabled={saving} onClick={onLeft}>
              {t('sideBySide.leave')}
            </Button>
            {open.length > 0 && (
              <span role="status" className="quiet">
                {t('sideBySide.open', { count: open.length })}
              </span>
            )}
          </>
        )}
      </div>
    </section>
  )
}
