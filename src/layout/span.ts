import type { Language } from "../edition/language.ts";
import type { FaceName } from "../fonts/font-book.ts";
import type { Printed } from "../wording/printed.ts";
import type { Owner, PlacedLink } from "./page.ts";

/** Text of one look and one owner inside a paragraph. */
export interface Span {
  readonly text: string;
  readonly face: FaceName;
  readonly sizePt: number;
  readonly colour: string;
  readonly risePt?: number;
  readonly owner: Owner;
  readonly language: Language | "de";
  readonly printed?: Printed;
  readonly link?: Pick<PlacedLink, "target" | "elementId" | "contents">;
  /** The note that is called here for the first time. */
  readonly noteId?: string;
}
