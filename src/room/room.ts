import { defaultKdf, type KdfParameters } from '../vault/key-derivation.ts'
import { accessApi } from './access/access.ts'
import { assessmentsApi } from './assessments/assessments.ts'
import { clientsApi } from './clients/clients.ts'
import type { RoomApi } from './contract/room-api.ts'
import { countyDeskApi } from './county-desk/county-desk.ts'
import { disclosuresApi } from './disclosures/disclosures.ts'
import { exchangeApi } from './exchange.ts'
import { hotlineApi } from './hotline.ts'
import { libraryApi } from './library/library.ts'
import { paperScoresApi } from './paper-scores/paper-scores.ts'
import { programmeApi } from './programme/programme.ts'
import { reportApi } from './report/report.ts'
import { Seat } from './seat.ts'
import { surveysApi } from './surveys/surveys.ts'
import { todayApi } from './today.ts'

/** A room with nobody at work in it yet. `kdf`: what a new passphrase is stretched with. */
export const openRoom = (kdf: KdfParameters = defaultKdf): RoomApi => {
  const seat = new Seat()
  return {
    ...accessApi(seat, kdf),
    ...clientsApi(seat.session),
    ...libraryApi(seat.session),
    ...assessmentsApi(seat),
    ...programmeApi(seat.session),
    ...paperScoresApi(seat.session),
    ...disclosuresApi(seat.session),
    ...hotlineApi(seat.session),
    ...surveysApi(seat),
    ...exchangeApi(seat.session),
    ...reportApi(seat.session),
    ...countyDeskApi(seat),
    ...todayApi(seat.session),
  }
}
