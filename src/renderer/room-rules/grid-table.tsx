import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { type NumberGrid, numberAt } from './number-grids.ts'
import { useGridText } from './use-place-text.ts'

/** A grid of numbers as they stand, or as fields of a form. */
export function GridTable({ grid, rules, editing }: { grid: NumberGrid; rules: object; editing: boolean }) {
  const { t } = useTranslation('room-rules')
  const { rowText, columnText } = useGridText()
  const { key, path, rows, columns, unit, min, max } = grid
  const cell = (place: string[], label: string) => {
    if (!editing) return t(`unit.${unit}`, { count: numberAt(rules, place) ?? 0 })
    return (
      <Form.Item name={place} className="grid-field" rules={[{ required: true, message: t('numberNeeded') }]}>
        <InputNumber aria-label={label} min={min} max={max} precision={0} suffix={t(`suffix.${unit}`)} />
      </Form.Item>
    )
  }
  return (
    <table className="room-rules-grid">
      <caption>{t(`grid.${key}.title`)}</caption>
      {columns.length > 0 && (
        <thead>
          <tr>
            <th scope="col">{t(`grid.${key}.rows`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnText(grid, column)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{rowText(grid, row)}</th>
            {columns.length === 0 ? (
              <td>{cell([...path, row], rowText(grid, row))}</td>
            ) : (
              columns.map((column) => (
                <td key={column}>
                  {cell([...path, row, column], `${rowText(grid, row)} · ${columnText(grid, column)}`)}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
