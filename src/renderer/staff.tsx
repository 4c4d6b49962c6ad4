import './trusted-types.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setupShade } from './app/shade.ts'
import { StaffApp } from './app/staff-app.tsx'
import { setupLocale } from './locale/locale.ts'
import { forgetFields } from './ui/forget-fields.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('ROOT_MISSING')

forgetFields()
setupLocale()
setupShade()
createRoot(root).render(
  <StrictMode>
    <StaffApp />
  </StrictMode>,
)
