/** A role in the reader's words. By Object.hasOwn: the role is data, and may be called `constructor`. */
export function roleName(role: string, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, role) ? (names[role] ?? role) : role;
}
