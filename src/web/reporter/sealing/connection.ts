/** The one connection of a reporter's page. */
import { connect } from "../../../client/line/http.ts";

/** Without cookies: an examiner who reports from the own browser must not be told by the session. */
export const connection = connect(location.origin, (url, init) => fetch(url, { ...init, credentials: "omit" }));
