import type { DocumentInfo } from '../types.js'

/** What the metadata says. */
export interface MetadataRequest extends DocumentInfo {
  readonly creator: string
  readonly producer: string
  /** Whether it keeps to PDF/UA-1. */
  readonly isAccessible: boolean
  /** Of all that stands before it in the file: at least 16 bytes. */
  readonly digest: Uint8Array
}

/** The document's metadata in XMP (ISO 16684-1), agreeing with its information dictionary. */
export function writeMetadata(request: MetadataRequest): string {
  const { title, author, language, creator, producer, date, press, isAccessible } = request
  const time = `${date}T00:00:00Z`
  const lines = [
    // The packet's id is the same in every file; the mark before it tells the encoding.
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${escape(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${time}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${time}</xmp:MetadataDate>`,
    `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    '</rdf:Description>',
    ...(press ? pressLines(request) : []),
    ...(isAccessible ? ACCESSIBLE : []),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ]
  return lines.join('\n')
}

/** What PDF/X-4 asks for beside (ISO 15930-7, 6.16): the standard, trapping, and a name for this very document. */
function pressLines({ press, digest }: MetadataRequest): readonly string[] {
  const hex = Buffer.from(digest.subarray(0, 16)).toString('hex')
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return [
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">',
    `<pdfxid:GTS_PDFXVersion>${press!.standard}</pdfxid:GTS_PDFXVersion>`,
    '<pdf:Trapped>False</pdf:Trapped>',
    `<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>`,
    '<xmpMM:VersionID>1</xmpMM:VersionID>',
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    '</rdf:Description>',
  ]
}

/** PDF/UA-1 (ISO 14289-1, 5). */
const ACCESSIBLE = [
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
  '<pdfuaid:part>1</pdfuaid:part>',
  '</rdf:Description>',
]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}
