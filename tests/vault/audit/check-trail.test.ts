import { testTrailFaults } from './trail-faults.ts'

testTrailFaults(process.env.ANXIN_LONG === undefined ? 5 : 1)
