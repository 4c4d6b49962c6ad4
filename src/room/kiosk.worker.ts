import { kioskApi } from './client-mode/kiosk.ts'
import { expose } from './expose.ts'
import { surveyKioskApi } from './surveys/survey-kiosk.ts'

expose({ ...kioskApi(), ...surveyKioskApi() })
