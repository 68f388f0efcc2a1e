const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether anything in a text is to be seen: spaces, joiners, fillers and marks of direction are not. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
