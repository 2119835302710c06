// Who has part in a contact.

import { ends } from "./data.js";

/** Whether somebody (or a channel) has part in a contact, as its claims or its lines say. */
export function concerns(version, lines, who) {
  return (
    version.parties.some((party) => party.who === who || party.office === who) ||
    lines.some((line) => ends.get(line.from) === who || ends.get(line.to) === who) ||
    version.states.includes(who) ||
    version.channels.includes(who)
  );
}
