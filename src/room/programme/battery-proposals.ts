import shipped from '../../../resources/battery-proposals.json'
import { type BatteryProposal, readBatteryProposals } from '../../casework/assessments/battery-proposals.ts'
import { RoomError } from '../room-error.ts'

const read = readBatteryProposals(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)

/** Batteries proposed by the program, for a room to adopt or not. */
export const batteryProposals: BatteryProposal[] = read.value
