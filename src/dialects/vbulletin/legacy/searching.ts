/** A search as a legacy name makes it: its answers have no place for private messages, nor for what is deleted. */
export function searchFor(criteria: object): string {
  return JSON.stringify({
    ...criteria,
    exclude_type: 'vBForum_PrivateMessage',
    exclude_deleted: 1,
  });
}
