/** A roof, as in 安, over a seedling. */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="none" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#3d7a6b" />
      <g stroke="#ffffff" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6.5 13.5 16 6.5l9.5 7" strokeWidth="2.2" />
        <path d="M16 25.5v-7" strokeWidth="2" />
      </g>
      <path d="M16 20.5c-4.6.4-6.8-1.6-7-5.2 4.4-.3 6.9 1.5 7 5.2Z" fill="#cfe5dc" />
      <path d="M16 18.6c.2-3.300 2.400-5 6.600-4.700-.1 3.500-2.300 5.200-6.600 4.700Z" fill="#ffffff" />
    </svg>
  )
}
