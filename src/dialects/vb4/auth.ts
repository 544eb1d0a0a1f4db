/** The member `session` of a login or logout. After a failure the userid is a text, as clients have always got it. */
export function sessionBlock(
  sessionhash: string,
  userid: number,
): Readonly<Record<string, unknown>> {
  return {
    dbsessionhash: sessionhash,
    sessionhash,
    userid: userid === 0 ? '0' : userid,
    sessionurl: `s=${sessionhash}&api=1&`,
  };
}
