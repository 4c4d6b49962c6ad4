import shipped from '../../../resources/consent-texts.json'
import { type ConsentTexts, readConsentTexts } from '../../casework/consents/consent-texts.ts'
import { RoomError } from '../room-error.ts'

const read = readConsentTexts(shipped)
if (!read.ok) throw new RoomError(read.refusal.code)

/** Every wording there is. */
export const consentTexts: ConsentTexts = read.value
