/** LimeSurvey's own columns that intake reads. */
export const platformColumns = { id: "id", submitted: "submitdate" } as const;

/** LimeSurvey's own columns that hold nothing intake needs. */
const otherPlatformColumns = new Set([
  "lastpage",
  "startlanguage",
  "seed",
  "startdate",
  "datestamp",
  "interviewtime",
]);

/** Time spent on a page or a question: "groupTime12", "Q06Time". */
const timing = /^(groupTime\d+|.+Time)$/;

/** What LimeSurvey knows about the person who answered, its table of participants included. */
const personalColumns = new Set([
  "ipaddr",
  "refurl",
  "token",
  "tid",
  "mpid",
  "participant_id",
  "email",
  "emailstatus",
  "firstname",
  "lastname",
  "language",
  "blacklisted",
  "sent",
  "remindersent",
  "remindercount",
  "completed",
  "usesleft",
  "validfrom",
  "validuntil",
]);

/** Attributes of participants: "attribute_1", and from LimeSurvey 3 on with their description. */
const participantAttribute = /^attribute_\d+/i;

/** Whether a column is about a person: dropped at reading, and mentioned nowhere. */
export function isPersonalColumn(heading: string): boolean {
  return personalColumns.has(heading.toLowerCase()) || participantAttribute.test(heading);
}

/** Whether a column is the platform's own rather than an answer. */
export function isPlatformColumn(heading: string): boolean {
  return (
    heading === platformColumns.id ||
    heading === platformColumns.submitted ||
    otherPlatformColumns.has(heading) ||
    timing.test(heading)
  );
}
