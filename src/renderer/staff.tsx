import './trusted-types.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { StaffApp } from './app/staff-app.tsx'
import { setupLocale } from './locale/locale.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('ROOT_MISSING')

setupLocale()
createRoot(root).render(
  <StrictMode>
    <StaffApp />
  </StrictMode>,
)
