import shipped from '../../../resources/consent-texts.json'
import { readConsentTexts } from '../../casework/consents/consent-texts.ts'

const read = readConsentTexts(shipped)
if (!read.ok) throw new Error(read.refusal.code)

/** Every wording there is; consents are to the words that were read. */
export const consentTexts = read.value
