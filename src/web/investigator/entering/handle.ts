/** In the place of a case's handle, for what is typed of a report that is being entered: no case has this one. */
export const ENTERING_HANDLE = "entering";
