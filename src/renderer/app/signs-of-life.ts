/** Events of a window that somebody is there. Spoken or written with a pen, text comes as input without a key. */
export const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'input'] as const
