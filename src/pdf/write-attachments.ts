import type { Attachment } from "../document/document.ts";
import { nameTree } from "./name-tree.ts";
import type { PdfDictionary, PdfFile, PdfReference } from "./pdf-file.ts";
import { escapeName, textString } from "./pdfkit-adapter.ts";

export interface WrittenAttachments {
  readonly tree: PdfDictionary;
  /** The files of each figure, by its structure element's id. */
  readonly byElement: ReadonlyMap<string, readonly PdfReference[]>;
}

/**
 * Embeds files as data that belong to the document (ISO 19005-3, 6.8) and, where they name one, to a figure.
 * Throws where two have one name.
 */
export function writeAttachments(
  file: PdfFile,
  attachments: readonly Attachment[],
  date: Date,
): WrittenAttachments {
  const specifications = new Map<string, PdfReference>();
  const byElement = new Map<string, PdfReference[]>();
  for (const attachment of attachments) {
    const { name, figureId } = attachment;
    if (specifications.has(name)) throw new Error(`two attachments are called ${name}`);
    const specification = writeAttachment(file, attachment, date);
    specifications.set(name, specification);
    if (figureId !== undefined) {
      byElement.set(figureId, [...(byElement.get(figureId) ?? []), specification]);
    }
  }
  if (specifications.size > 0) file.setCatalog("AF", [...specifications.values()]);
  return { tree: nameTree(specifications), byElement };
}

function writeAttachment(file: PdfFile, attachment: Attachment, date: Date): PdfReference {
  const { name, mediaType, description, bytes } = attachment;
  const embedded = file.stream(
    {
      Type: "EmbeddedFile",
      Subtype: escapeName(mediaType),
      Params: { Size: bytes.length, CreationDate: date, ModDate: date },
    },
    bytes,
  );
  return file.object({
    Type: "Filespec",
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    AFRelationship: "Data",
    EF: { F: embedded, UF: embedded },
  });
}
