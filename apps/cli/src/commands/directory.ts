import { type BodyId, type Names, type PreciseDate, sayPreciseDate } from '#domain';
import type { BodyItem, HoldingItem, PostItem } from '#read-model';
import { hanging, print, printJson } from '../output.ts';
import { asRecorded, type Session } from '../session.ts';
import { spaced } from '../words.ts';
import { type ListOptions, printMark, shortId, show } from './lists.ts';
import { told } from './register.ts';

type PostWithHoldings = PostItem & { readonly holdings: readonly HoldingItem[] };

/** Bodies by code, each with its posts, each with whoever held or holds it, under the references commands are told. */
export async function directory(session: Session, options: ListOptions): Promise<void> {
  await Promise.resolve();
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const queries = session.record.readModel.directory;
  const bodies = queries.bodies(at).map((body) => ({
    ...body,
    posts: queries
      .posts({ ...at, body: body.id })
      .map((post) => ({ ...post, holdings: queries.holdings({ ...at, post: post.id }) })),
  }));
  if (options.json === true) return printJson(bodies);
  if (bodies.length === 0) return print(`No body is recorded${told(options.asRecordedBy)}.`);

  const posts = bodies.flatMap((body) => body.posts);
  const codeLength = Math.max(...bodies.map(({ code }) => code.length));
  const postLength = Math.max(0, ...posts.map(({ reference }) => reference.length));
  const holdingLength = Math.max(0, ...posts.flatMap(({ holdings }) => holdings.map((one) => one.reference.length)));
  const lines: string[] = [];
  for (const body of bodies) {
    lines.push(hanging(`${body.code.padEnd(codeLength)}  `, sayBody(session, body)));
    for (const post of body.posts) {
      const mark = `  ${post.reference.padEnd(postLength)}  `;
      lines.push(hanging(mark, sayPost(body, post)));
      for (const holding of post.holdings) {
        const own = `${' '.repeat(mark.length)}${holding.reference.padEnd(holdingLength)}  `;
        lines.push(hanging(own, sayHolding(name, holding)));
      }
    }
  }
  print(lines.join('\n'));
  if (posts.some(({ holdings }) => holdings.length === 0)) {
    print();
    print(hanging('', 'Of a post with no line below it, nobody is recorded as a holder.'));
  }
  if (lines.some((line) => line.includes(' *'))) printMark();
}

/** Everybody whose details are held, by name, with the posts they held or hold. */
export async function people(session: Session, options: ListOptions): Promise<void> {
  await Promise.resolve();
  const { at } = asRecorded(session, options.asRecordedBy);
  const { directory: queries } = session.record.readModel;
  const persons = queries.persons(at).map((person) => ({
    ...person,
    holdings: queries.holdings({ ...at, person: person.id }),
  }));
  if (options.json === true) return printJson(persons);
  show(
    ['Id', 'Person', 'Posts', 'Notes'],
    persons.map(({ id, name, aliases, placeholder, holdings, illustration }) => [
      shortId(id),
      `${name}${illustration ? ' *' : ''}`,
      holdings
        .map((holding) => `${withoutNumber(holding.reference)}${days(holding)}${holding.illustration ? ' *' : ''}`)
        .join('\n'),
      [...(placeholder ? ['placeholder'] : []), ...aliases.map((alias) => `also “${alias}”`)].join('\n'),
    ]),
    [1, 2, 3],
    'Nobody is registered',
    options,
  );
}

function sayBody(session: Session, body: BodyItem): string {
  const { name, bodyKind, formerNames, aliases, from, illustration } = body;
  const { overseenBy, overseenFrom, formerOverseers, succeededBy, succeededFrom } = body;
  const code = (id: BodyId) => session.record.readModel.references.reference('body', id) ?? id;
  return [
    `${name}${illustration ? ' *' : ''}, ${spaced(bodyKind)}${days({ from })}`,
    ...(overseenBy === undefined ? [] : [`overseen by ${code(overseenBy)}${days({ from: overseenFrom })}`]),
    ...formerOverseers.map((former) => `before that by ${code(former)}`).reverse(),
    ...(succeededBy === undefined ? [] : [`succeeded by ${code(succeededBy)}${days({ from: succeededFrom })}`]),
    ...formerNames.map((former) => `formerly “${former}”`),
    ...aliases.map(sayAlias),
  ].join('; ');
}

function sayPost(body: BodyItem, post: PostWithHoldings): string {
  const offices = [
    ...(post.id === body.secretary ? [`secretary${body.secretaryIllustration ? ' *' : ''}`] : []),
    ...(post.id === body.chair ? [`chair${body.chairIllustration ? ' *' : ''}`] : []),
  ];
  return [
    `${post.title}${post.illustration ? ' *' : ''}${offices.map((office) => `, ${office}`).join('')}${days(post)}`,
    ...post.formerTitles.map((former) => `formerly “${former}”`),
    ...post.aliases.map(sayAlias),
  ].join('; ');
}

function sayHolding(name: Names, holding: HoldingItem): string {
  const together = holding.jointly ? ', jointly' : '';
  return `${name('person', holding.person)}${holding.illustration ? ' *' : ''}${together}${days(holding)}`;
}

function sayAlias({ alias, isResolved, illustration }: BodyItem['aliases'][number]): string {
  return `also “${alias}”${isResolved ? '' : ' (not settled)'}${illustration ? ' *' : ''}`;
}

/** ", from 14 July 2025, until 9 May 2026": what is known of it. */
function days({ from, until }: { readonly from?: PreciseDate | undefined; readonly until?: PreciseDate }): string {
  const first = from?.from === undefined ? '' : `, from ${sayPreciseDate(from)}`;
  const last = until === undefined ? '' : `, until ${sayPreciseDate(until)}`;
  return `${first}${last}`;
}

/** `SYP/CC` of `SYP/CC/1`. */
function withoutNumber(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('/'));
}
