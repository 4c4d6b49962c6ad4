import type { RoomRules } from '../../casework/unit/room-rules.ts'
import { draftName } from '../ui/use-draft.ts'

/** What changes to one kind of rules are kept as while they are being made. */
export const draftOfRules = (kind: RoomRules['rules']['kind']): string => draftName('roomRules', kind)
