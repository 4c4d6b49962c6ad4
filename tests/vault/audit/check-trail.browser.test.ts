import { testTrailFaults } from './trail-faults.ts'

testTrailFaults(25)
