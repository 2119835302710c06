// The project's vocabulary: from the words of the data to the names of its terms.

export const BC = "https://w3id.org/backchannel/ns#";

// Where the name of a concept is not simply its word in one piece.
const NAMES = {
  mode: { contact: "unspecifiedContact" },
  contentKind: { topic: "topicOfTalk", message: "messageSaid" },
};

/** The name of the concept that a word of a code list stands for: 'note verbale' is `noteVerbale`. */
export function concept(list, word) {
  return NAMES[list]?.[word] || word.replace(/[ -]+(.)/g, (_, letter) => letter.toUpperCase());
}

export const CLAIMS = { contact: "ContactClaim", silence: "SilenceClaim", channel: "ChannelClaim", account: "AccountClaim", remark: "RemarkClaim", retraction: "Retraction" };

export const CLASSES = {
  person: ["foaf:Person"],
  office: ["bc:Office", "org:Post"],
  organisation: ["org:Organization"],
  state: ["bc:State"],
  party: ["bc:DescribedParty"],
};

export const PREFIXES = {
  bc: BC,
  dct: "http://purl.org/dc/terms/",
  edtf: "http://id.loc.gov/datatypes/edtf/",
  foaf: "http://xmlns.com/foaf/0.1/",
  oa: "http://www.w3.org/ns/oa#",
  org: "http://www.w3.org/ns/org#",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
