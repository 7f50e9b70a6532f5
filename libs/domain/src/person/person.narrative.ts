import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayList,
  sayReason,
  tell,
} from '../narrative.ts';
import type { Names } from '../primitives.ts';
import type { PersonEvent } from './person.events.ts';

/** Each event as the sentence an auditor reads. It may name the person: it comes from the stream that can be erased. */
export function narratePerson(event: PersonEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'PersonRegistered': {
      const { name, email, telephone, placeholder } = event.data;
      const reached = sayList([email, telephone].filter((address) => address !== undefined));
      const contact = reached === undefined ? '' : ` (${reached})`;
      const what = placeholder ? ', a placeholder for somebody who is not named' : '';
      return tell(event.data, `${who} registered ${name}${contact}${what}`);
    }
    case 'PersonDetailsCorrected': {
      const { person, was, is, reason } = event.data;
      const both = sayCorrection(
        ['the name', ifGiven(was.name, quote), ifGiven(is.name, quote)],
        ['the address', was.email, is.email],
        ['the telephone number', was.telephone, is.telephone],
        ['the mark as a placeholder', was.placeholder && 'given', is.placeholder && 'given'],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected the details of ${names('person', person)}: ${both}${sayReason(reason)}`,
      );
    }
    case 'PersonAliasAdded': {
      const { person, alias, where } = event.data;
      const place = where === undefined ? '' : ` (${quote(where)})`;
      return tell(event.data, `${who} recorded that ${quote(alias)} means ${names('person', person)}${place}`);
    }
    case 'PersonAliasRetracted': {
      const { person, alias, where, reason } = event.data;
      const place = where === undefined ? '' : ` (${quote(where)})`;
      return tell(
        event.data,
        `${who} retracted that ${quote(alias)} means ${names('person', person)}${place}${sayReason(reason)}`,
      );
    }
    case 'PersonRetracted':
      return tell(event.data, `${who} retracted the entry of ${event.data.was.name}${sayReason(event.data.reason)}`);
    default:
      return never(event);
  }
}
