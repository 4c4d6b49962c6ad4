import { kioskApi } from './client-mode/kiosk.ts'
import { expose } from './expose.ts'

expose(kioskApi())
