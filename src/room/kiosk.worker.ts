import { expose } from './expose.ts'
import { kioskApi } from './kiosk.ts'

expose(kioskApi())
