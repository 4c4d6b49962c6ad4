import shipped from '../../../resources/impact-assessment.json'
import { type ImpactTemplate, readImpactTemplate } from '../../casework/privacy/impact-template.ts'
import { RoomError } from '../room-error.ts'

const read = readImpactTemplate(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)

/** What an impact assessment is filled from. */
export const impactTemplate: ImpactTemplate = read.value
