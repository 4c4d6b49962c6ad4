import { useTranslation } from 'react-i18next'
import type { RoomStanding } from '../../../room/contract/county-board.ts'
import { useRefusalText } from '../../refusals/refusal-text.ts'

const duties = ['followUpsOnTime', 'backupVerified', 'restoreDrill'] as const

/** What a room has to do, a sentence for each; none when it has done it all. */
export function useToDo(): (room: RoomStanding) => string[] {
  const { t } = useTranslation('county-board')
  const text = useRefusalText()
  return ({ state, because, obligations }) => {
    const report =
      state === 'onTime' || state === 'notDue'
        ? []
        : state === 'refused'
          ? [t('todo.refused', { reason: because === null ? '' : text({ code: because }) })]
          : [t(`todo.${state}`)]
    return [...report, ...duties.filter((one) => obligations[one] === 'unmet').map((one) => t(`todo.${one}`))]
  }
}

/** Whether something can not be told of a room because no report says it. */
export const isPartlyUnknown = ({ obligations }: RoomStanding): boolean =>
  duties.some((one) => obligations[one] === 'unknown')
