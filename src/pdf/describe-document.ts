import { localeTags } from "../edition/language.ts";
import type { LaidOutDocument } from "../layout/page.ts";
import type { PdfProperties } from "./pdf-file.ts";

const program = "barometer";

/**
 * What the file says about itself: the information dictionary and the same as XMP, with the identifiers of PDF/UA-1
 * and the description of their schema that PDF/A asks for. `date` is midnight UTC of the document's date.
 */
export function describeDocument(document: LaidOutDocument, date: Date): PdfProperties {
  const language = localeTags[document.language];
  const texts = {
    Title: document.title,
    Author: document.author,
    Subject: document.subject,
    Keywords: document.status,
  };
  const given = Object.entries(texts).filter(([, text]) => text !== "");
  return {
    language,
    information: {
      ...Object.fromEntries(given),
      Creator: program,
      Producer: program,
      CreationDate: date,
      ModDate: date,
    },
    metadata: [
      basicDescription(document, date),
      dublinCoreDescription(document, language),
      adobeDescription(document.status),
      accessibilityDescription,
    ].join("\n"),
  };
}

function basicDescription({ status }: LaidOutDocument, date: Date): string {
  const time = date.toISOString().replace(/\.\d+Z$/, "Z");
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>${time}</xmp:CreateDate>
  <xmp:ModifyDate>${time}</xmp:ModifyDate>
  <xmp:MetadataDate>${time}</xmp:MetadataDate>
  <xmp:CreatorTool>${program}</xmp:CreatorTool>${element("xmp:Label", status)}
</rdf:Description>`;
}

function dublinCoreDescription(document: LaidOutDocument, language: string): string {
  const { title, author, subject } = document;
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>${[
    alternatives("dc:title", title),
    author === "" ? "" : `\n  <dc:creator><rdf:Seq>${item(author)}</rdf:Seq></dc:creator>`,
    alternatives("dc:description", subject),
  ].join("")}
</rdf:Description>`;
}

function adobeDescription(status: string): string {
  return `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>${program}</pdf:Producer>${element("pdf:Keywords", status)}
</rdf:Description>`;
}

const accessibilityDescription = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function element(name: string, text: string): string {
  return text === "" ? "" : `\n  <${name}>${escapeXml(text)}</${name}>`;
}

function alternatives(name: string, text: string): string {
  const entry = `<rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li>`;
  return text === "" ? "" : `\n  <${name}><rdf:Alt>${entry}</rdf:Alt></${name}>`;
}

function item(text: string): string {
  return `<rdf:li>${escapeXml(text)}</rdf:li>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
