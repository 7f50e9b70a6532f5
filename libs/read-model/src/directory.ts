/**
 * The directory: bodies, their posts, and who holds them from when to when. Names of persons are in a table of their own,
 * which is the only place of the read model that holds them and can be erased.
 */

import {
  type Attributed,
  type BodyFields,
  type BodyId,
  type CivilDate,
  type Correction,
  type Directory,
  type DirectoryEvent,
  type DomainEvent,
  type ErasureEvent,
  type HoldingFields,
  type HoldingId,
  holderOn,
  type PersonEvent,
  type PersonId,
  type PostFields,
  type PostId,
  stated,
  withoutAttribution,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import type { Recorded } from './log-event.ts';
import { type AsRecorded } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import {
  changes,
  corrected,
  idIn,
  type KnownAlias,
  naturalOrder,
  type Told,
  told,
  toldColumns,
  withAlias,
  withoutAlias,
} from './rows.ts';
import type { Handlers, View } from './view.ts';

export interface BodyItem extends BodyFields {
  readonly id: BodyId;
  /** Names it had before it was renamed, the oldest first. */
  readonly formerNames: readonly string[];
  /** Who oversaw it before that changed, the first before the others. */
  readonly formerOverseers: readonly BodyId[];
  readonly aliases: readonly KnownAlias[];
  readonly secretary?: PostId;
  /** That it is the secretary is made up. */
  readonly secretaryIllustration?: true;
  readonly chair?: PostId;
  readonly chairIllustration?: true;
  readonly illustration: boolean;
}

export interface PostItem extends PostFields {
  readonly id: PostId;
  readonly body: BodyId;
  /** `SYP/CC`. */
  readonly reference: string;
  readonly formerTitles: readonly string[];
  readonly aliases: readonly KnownAlias[];
  readonly illustration: boolean;
}

export interface HoldingItem extends HoldingFields {
  readonly id: HoldingId;
  /** `SYP/CC/1`: the first that was recorded of the post. */
  readonly reference: string;
  readonly body: BodyId;
  readonly illustration: boolean;
}

export interface PersonItem {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Stands for somebody who is not named. */
  readonly placeholder: boolean;
  /** Registered twice, or in error: known by its id alone. */
  readonly retracted?: boolean;
  readonly illustration: boolean;
}

export interface HoldingFilter extends AsRecorded {
  readonly body?: BodyId | undefined;
  readonly post?: PostId | undefined;
  readonly person?: PersonId | undefined;
}

export interface DirectoryQueries {
  /** By code. */
  bodies(at?: AsRecorded): BodyItem[];
  body(id: BodyId, at?: AsRecorded): BodyItem | undefined;
  /** By reference; of one body, or of all. */
  posts(filter?: AsRecorded & { readonly body?: BodyId | undefined }): PostItem[];
  post(id: PostId, at?: AsRecorded): PostItem | undefined;
  holdings(filter?: HoldingFilter): HoldingItem[];
  /** Who holds the post on a day: who surely does, or else who may. */
  holdersOn(post: PostId, day: CivilDate, at?: AsRecorded): PersonId[];
  /** Undefined when the person is not known, or was erased. */
  person(id: PersonId, at?: AsRecorded): PersonItem | undefined;
  /** By name. */
  persons(at?: AsRecorded): PersonItem[];
}

interface BodyRow extends Told {
  id: BodyId;
  code: string;
  fields: BodyFields;
  formerNames: readonly string[];
  formerOverseers: readonly BodyId[];
  aliases: readonly KnownAlias[];
  /** Of each office the posts designated, one after another. */
  secretaries: readonly Designation[];
  chairs: readonly Designation[];
}

interface Designation {
  readonly post: PostId;
  readonly illustration?: true;
}

interface PostRow extends Told {
  id: PostId;
  body: BodyId;
  sortKey: string;
  fields: PostFields;
  formerTitles: readonly string[];
  aliases: readonly KnownAlias[];
}

interface HoldingRow extends Told {
  id: HoldingId;
  body: BodyId;
  post: PostId;
  person: PersonId;
  /** Counts the post's holdings. */
  number: number;
  fields: HoldingFields;
}

interface PersonRow extends Told {
  id: PersonId;
  name: string;
  /** Once for each place where it is written so. */
  aliases: readonly string[];
  placeholder: boolean;
  /** Registered twice, or in error: known by its id alone. */
  retracted?: boolean;
}

const bodiesTable = recordedTable<BodyRow>('bodies', ['id'], {
  id: 'text',
  code: 'text',
  fields: 'json',
  formerNames: 'json',
  formerOverseers: 'json',
  aliases: 'json',
  secretaries: 'json',
  chairs: 'json',
  ...toldColumns,
});

const postsTable = recordedTable<PostRow>(
  'posts',
  ['id'],
  {
    id: 'text',
    body: 'text',
    sortKey: 'text',
    fields: 'json',
    formerTitles: 'json',
    aliases: 'json',
    ...toldColumns,
  },
  { indexes: [['body']] },
);

const holdingsTable = recordedTable<HoldingRow>(
  'holdings',
  ['id'],
  { id: 'text', body: 'text', post: 'text', person: 'text', number: 'integer', fields: 'json', ...toldColumns },
  { indexes: [['post'], ['person']] },
);

export const personNamesTable = recordedTable<PersonRow>(
  'person_names',
  ['id'],
  { id: 'text', name: 'text', aliases: 'json', placeholder: 'flag', retracted: 'flag', ...toldColumns },
  { isErasable: true },
);

export const directory: View<DirectoryQueries> = {
  name: 'directory',
  file: import.meta.url,
  tables: [...bodiesTable.stored, ...postsTable.stored, ...holdingsTable.stored, ...personNamesTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<DirectoryEvent | PersonEvent | ErasureEvent> {
  const bodies = bodiesTable.open(database);
  const posts = postsTable.open(database);
  const holdings = holdingsTable.open(database);
  const persons = personNamesTable.open(database);
  const changeBody = changes(bodies, idIn('bodyId'));
  const changePost = changes(posts, idIn('post'));
  const besideBody = beside(changeBody);
  const besidePost = beside(changePost);
  const changeHolding = changes(holdings, idIn('holding'));
  const changePerson = changes(persons, idIn('person'));
  return {
    BodyRecorded: (event) => {
      const { bodyId, code, name, bodyKind, overseenBy, from } = event.data;
      const fields = { code, name, bodyKind, overseenBy, from };
      bodies.put(
        {
          id: bodyId,
          code,
          fields,
          formerNames: [],
          formerOverseers: [],
          aliases: [],
          secretaries: [],
          chairs: [],
          ...told(event),
        },
        event.recordedAt,
      );
    },
    BodyRenamed: changeBody((row, { data }) => {
      row.formerNames = [...row.formerNames, data.was];
      row.fields = { ...row.fields, name: data.name, nameFrom: data.from };
    }),
    OverseerChanged: changeBody((row, { data }) => {
      if (data.was !== undefined) row.formerOverseers = [...row.formerOverseers, data.was];
      row.fields = { ...row.fields, overseenBy: data.overseenBy, overseenFrom: data.from };
    }),
    BodySucceeded: changeBody((row, { data }) => {
      row.fields = { ...row.fields, succeededBy: data.successor, succeededFrom: data.from };
    }),
    BodyAliasAdded: besideBody((row, { data }) => {
      row.aliases = withAlias(row.aliases, data);
    }),
    BodyAliasRetracted: besideBody((row, { data }) => {
      row.aliases = withoutAlias(row.aliases, data.alias);
    }),
    BodyRetracted: ({ data, recordedAt }) => {
      bodies.end(recordedAt, data.bodyId);
    },
    BodyCorrected: changeBody((row, { data }) => {
      correct(row, data);
      row.code = row.fields.code;
      // What it is called after all, it was not called before; nor was it overseen so.
      row.formerNames = row.formerNames.filter((former) => former !== data.is.name);
      row.formerOverseers = row.formerOverseers.filter((former) => former !== data.is.overseenBy);
    }),
    SecretaryDesignated: besideBody((row, { data: { post, illustration } }) => {
      row.secretaries = [...row.secretaries, stated({ post, illustration })];
    }),
    SecretaryDesignationRetracted: besideBody((row) => {
      row.secretaries = row.secretaries.slice(0, -1);
    }),
    ChairDesignated: besideBody((row, { data: { post, illustration } }) => {
      row.chairs = [...row.chairs, stated({ post, illustration })];
    }),
    ChairDesignationRetracted: besideBody((row) => {
      row.chairs = row.chairs.slice(0, -1);
    }),
    PostEstablished: (event) => {
      const { bodyId, post, postCode, title, from } = event.data;
      posts.put(
        {
          id: post,
          body: bodyId,
          sortKey: naturalOrder(postCode),
          fields: { postCode, title, from },
          formerTitles: [],
          aliases: [],
          ...told(event),
        },
        event.recordedAt,
      );
    },
    PostRenamed: changePost((row, { data }) => {
      row.formerTitles = [...row.formerTitles, data.was];
      row.fields = { ...row.fields, title: data.title, titleFrom: data.from };
    }),
    PostAbolished: changePost((row, { data }) => {
      row.fields = { ...row.fields, until: data.until };
    }),
    PostAliasAdded: besidePost((row, { data }) => {
      row.aliases = withAlias(row.aliases, data);
    }),
    PostAliasRetracted: besidePost((row, { data }) => {
      row.aliases = withoutAlias(row.aliases, data.alias);
    }),
    PostRetracted: ({ data, recordedAt }) => {
      posts.end(recordedAt, data.post);
    },
    PostCorrected: changePost((row, { data }) => {
      correct(row, data);
      row.sortKey = naturalOrder(row.fields.postCode);
      row.formerTitles = row.formerTitles.filter((former) => former !== data.is.title);
    }),
    HoldingBegun: (event) => {
      const { bodyId, holding, post, person, from, until, jointly, number } = event.data;
      const fields = { post, person, from, until, jointly };
      holdings.put({ id: holding, body: bodyId, post, person, number, fields, ...told(event) }, event.recordedAt);
    },
    HoldingEnded: changeHolding((row, { data }) => {
      row.fields = { ...row.fields, until: data.until };
    }),
    HoldingCorrected: changeHolding((row, { data }) => {
      correct(row, data);
      row.post = row.fields.post;
      row.person = row.fields.person;
    }),
    HoldingRetracted: ({ data, recordedAt }) => {
      holdings.end(recordedAt, data.holding);
    },
    PersonRegistered: (event) => {
      const { person, name, placeholder } = event.data;
      persons.put(
        { id: person, name, aliases: [], placeholder: placeholder === true, ...told(event) },
        event.recordedAt,
      );
    },
    PersonDetailsCorrected: changePerson((row, { data: { was, is } }) => {
      row.name = is.name ?? row.name;
      if ('placeholder' in was || 'placeholder' in is) row.placeholder = is.placeholder === true;
    }),
    PersonAliasAdded: changePerson((row, { data }) => {
      row.aliases = [...row.aliases, data.alias];
    }),
    PersonAliasRetracted: changePerson((row, { data }) => {
      row.aliases = row.aliases.toSpliced(row.aliases.indexOf(data.alias), 1);
    }),
    PersonRetracted: changePerson((row) => {
      row.retracted = true;
    }),
    PersonErased: ({ data }) => {
      persons.erase(data.person);
    },
  };
}

/** What is said beside an entry, such as another name of it, is marked by itself when it is made up, and the entry is not. */
function beside<Row extends Told>(change: ReturnType<typeof changes<Row>>) {
  return <Event extends DomainEvent>(fold: (row: Row, event: Recorded<Event>) => void) =>
    (event: Recorded<Event>): void => {
      const unmarked = { ...event, data: { ...event.data, illustration: undefined } };
      change<Event>((row) => {
        fold(row, event);
      })(unmarked);
    };
}

/** The row after a correction of its fields. Who decided, and since when, stands in the history. */
function correct<Fields extends object>(row: { fields: Fields }, { was, is }: Correction<Attributed<Fields>>): void {
  row.fields = corrected(row.fields, { was: withoutAttribution<Fields>(was), is: withoutAttribution<Fields>(is) });
}

function queries(database: Database): DirectoryQueries {
  const select = <Item>(
    table: { from(asRecorded: boolean): string },
    where: string,
    order: string,
    parameters: Parameters,
    { recordedBefore }: AsRecorded,
    itemFrom: (row: SqlRow) => Item,
  ): Item[] => {
    const sql = `SELECT t.* FROM ${table.from(recordedBefore !== undefined)} t WHERE ${where} ORDER BY ${order}`;
    return database.all<SqlRow>(sql, { ...parameters, bound: recordedBefore ?? null }).map(itemFrom);
  };
  const selectPosts = (where: string, parameters: Parameters, { recordedBefore }: AsRecorded): PostItem[] => {
    const asRecorded = recordedBefore !== undefined;
    const sql = `SELECT t.*, b.code FROM ${postsTable.from(asRecorded)} t JOIN ${bodiesTable.from(asRecorded)} b ON b.id = t.body
      WHERE ${where} ORDER BY b.code, t.sortKey, t.id`;
    return database.all<SqlRow>(sql, { ...parameters, bound: recordedBefore ?? null }).map(postFrom);
  };
  const holdings = ({ body, post, person, recordedBefore }: HoldingFilter): HoldingItem[] => {
    const asRecorded = recordedBefore !== undefined;
    const sql = `SELECT t.*, b.code, p.fields AS postFields FROM ${holdingsTable.from(asRecorded)} t
      JOIN ${bodiesTable.from(asRecorded)} b ON b.id = t.body JOIN ${postsTable.from(asRecorded)} p ON p.id = t.post
      WHERE (:body IS NULL OR t.body = :body) AND (:post IS NULL OR t.post = :post) AND (:person IS NULL OR t.person = :person)
      ORDER BY b.code, p.sortKey, t.number`;
    const parameters = {
      body: body ?? null,
      post: post ?? null,
      person: person ?? null,
      bound: recordedBefore ?? null,
    };
    return database.all<SqlRow>(sql, parameters).map(holdingFrom);
  };
  return {
    bodies: (at = {}) => select(bodiesTable, 'true', 't.code, t.id', {}, at, bodyFrom),
    body: (id, at = {}) => select(bodiesTable, 't.id = :id', 't.id', { id }, at, bodyFrom)[0],
    posts: (filter = {}) => selectPosts('(:body IS NULL OR t.body = :body)', { body: filter.body ?? null }, filter),
    post: (id, at = {}) => selectPosts('t.id = :id', { id }, at)[0],
    holdings: (filter = {}) => holdings(filter),
    holdersOn: (post, day, at = {}) => {
      const held = Object.fromEntries(holdings({ post, ...at }).map((fields) => [fields.id, { fields }]));
      // The rule is the domain's, and asks nothing of a directory but its holdings.
      return holderOn({ status: 'recorded', holdings: held } as unknown as Directory, post, day);
    },
    person: (id, at = {}) => select(personNamesTable, 't.id = :id', 't.id', { id }, at, personFrom)[0],
    persons: (at = {}) => select(personNamesTable, 't.retracted IS NOT 1', 't.name, t.id', {}, at, personFrom),
  };
}

function bodyFrom(sqlRow: SqlRow): BodyItem {
  const { id, fields, formerNames, formerOverseers, aliases, secretaries, chairs, illustration } =
    bodiesTable.read(sqlRow);
  const [secretary, chair] = [secretaries.at(-1), chairs.at(-1)];
  return stated({
    id,
    ...fields,
    formerNames,
    formerOverseers,
    aliases,
    secretary: secretary?.post,
    secretaryIllustration: secretary?.illustration,
    chair: chair?.post,
    chairIllustration: chair?.illustration,
    illustration,
  });
}

function postFrom(sqlRow: SqlRow): PostItem {
  const { id, body, fields, formerTitles, aliases, illustration } = postsTable.read(sqlRow);
  const reference = `${String(sqlRow['code'])}/${fields.postCode}`;
  return { id, body, reference, ...fields, formerTitles, aliases, illustration };
}

function holdingFrom(sqlRow: SqlRow): HoldingItem {
  const { id, body, number, fields, illustration } = holdingsTable.read(sqlRow);
  const { postCode } = JSON.parse(String(sqlRow['postFields'])) as PostFields;
  const reference = `${String(sqlRow['code'])}/${postCode}/${String(number)}`;
  return { id, reference, body, ...fields, illustration };
}

function personFrom(sqlRow: SqlRow): PersonItem {
  const { id, name, aliases, placeholder, retracted, illustration } = personNamesTable.read(sqlRow);
  return stated({ id, name, aliases: [...new Set(aliases)], placeholder, retracted, illustration });
}
