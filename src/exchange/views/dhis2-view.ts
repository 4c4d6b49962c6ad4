import { periodKindOf } from '../../statistics/period.ts'
import { cellsOf, keyOf, type PackageView } from './package-view.ts'

/** A count, or that there is one and it is withheld. DHIS2 takes values as strings. */
interface DataValue {
  dataElement: string
  /** Left out where a table has no dimensions: DHIS2's default. */
  categoryOptionCombo?: string
  value: string
}

/**
 * A package as DHIS2 takes it: `POST /api/dataValueSets?idScheme=code&importStrategy=CREATE_AND_UPDATE`. A table is a data
 * element; what is withheld is an element of its own, because a missing value would be read as zero. Zeros are sent, so the
 * elements have to be set zero-significant there. No period is ever sent twice with other figures, so nothing has to be deleted.
 */
export const dataValueSet = ({ plan, from, period, created, tables }: PackageView) => ({
  dataSet: `${plan.id}_${periodKindOf(period)}`,
  completeDate: created,
  period: period.replace('-', ''),
  orgUnit: from.unit,
  dataValues: tables.flatMap((table) =>
    cellsOf(table).map((cell): DataValue => {
      const combo = table.axes.length === 0 ? {} : { categoryOptionCombo: keyOf(cell) }
      return cell.count === null
        ? { dataElement: `${table.planned.id}_withheld`, ...combo, value: '1' }
        : { dataElement: table.planned.id, ...combo, value: String(cell.count) }
    }),
  ),
})
