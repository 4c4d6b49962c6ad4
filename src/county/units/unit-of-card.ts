import type { UnitCard } from '../../exchange/unit-card.ts'
import type { Unit } from './unit.ts'

/** A room as far as its own card tells: what else is to know of it the coordinator enters. */
export const unitOfCard = ({ unit, name, created }: Pick<UnitCard, 'unit' | 'name' | 'created'>): Unit => ({
  level: 'room',
  code: unit,
  name,
  parent: null,
  contact: '',
  duty: 'month',
  residents: null,
  from: created,
  until: null,
})
