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
} from './rows.ts';
import type { Handlers, View } from './view.ts';

export interface BodyItem extends BodyFields {
  readonly id: BodyId;
  /** Names it had before it was renamed, the oldest first. */
  readonly formerNames: readonly string[];
  readonly aliases: readonly KnownAlias[];
  readonly secretary?: PostId;
  readonly chair?: PostId;
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
  readonly body: BodyId;
  readonly illustration: boolean;
}

export interface PersonItem {
  readonly id: PersonId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Stands for somebody who is not named. */
  readonly placeholder: boolean;
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
  aliases: readonly KnownAlias[];
  secretary?: PostId;
  chair?: PostId;
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
  fields: HoldingFields;
}

interface PersonRow extends Told {
  id: PersonId;
  name: string;
  aliases: readonly string[];
  placeholder: boolean;
}

const bodiesTable = recordedTable<BodyRow>('bodies', ['id'], {
  id: 'text',
  code: 'text',
  fields: 'json',
  formerNames: 'json',
  aliases: 'json',
  secretary: 'text',
  chair: 'text',
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
  { id: 'text', body: 'text', post: 'text', person: 'text', fields: 'json', ...toldColumns },
  { indexes: [['post'], ['person']] },
);

export const personNamesTable = recordedTable<PersonRow>(
  'person_names',
  ['id'],
  { id: 'text', name: 'text', aliases: 'json', placeholder: 'flag', ...toldColumns },
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
  const changeHolding = changes(holdings, idIn('holding'));
  const changePerson = changes(persons, idIn('person'));
  return {
    BodyRecorded: (event) => {
      const { bodyId, code, name, bodyKind, overseenBy, from } = event.data;
      const fields = { code, name, bodyKind, overseenBy, from };
      bodies.put({ id: bodyId, code, fields, formerNames: [], aliases: [], ...told(event) }, event.recordedAt);
    },
    BodyRenamed: changeBody((row, { data }) => {
      row.formerNames = [...row.formerNames, data.was];
      row.fields = { ...row.fields, name: data.name, nameFrom: data.from };
    }),
    OverseerChanged: changeBody((row, { data }) => {
      row.fields = { ...row.fields, overseenBy: data.overseenBy, overseenFrom: data.from };
    }),
    BodyAliasAdded: changeBody((row, { data }) => {
      row.aliases = withAlias(row.aliases, data);
    }),
    BodyCorrected: changeBody((row, { data }) => {
      correct(row, data);
      row.code = row.fields.code;
    }),
    SecretaryDesignated: changeBody((row, { data }) => {
      row.secretary = data.post;
    }),
    ChairDesignated: changeBody((row, { data }) => {
      row.chair = data.post;
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
    PostAliasAdded: changePost((row, { data }) => {
      row.aliases = withAlias(row.aliases, data);
    }),
    PostCorrected: changePost((row, { data }) => {
      correct(row, data);
      row.sortKey = naturalOrder(row.fields.postCode);
    }),
    HoldingBegun: (event) => {
      const { bodyId, holding, post, person, from, until, jointly } = event.data;
      const fields = { post, person, from, until, jointly };
      holdings.put({ id: holding, body: bodyId, post, person, fields, ...told(event) }, event.recordedAt);
    },
    HoldingEnded: changeHolding((row, { data }) => {
      row.fields = { ...row.fields, until: data.until };
    }),
    HoldingCorrected: changeHolding((row, { data }) => {
      correct(row, data);
      row.post = row.fields.post;
      row.person = row.fields.person;
    }),
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
      row.illustration = illustrated(row, { was, is });
    }),
    PersonAliasAdded: changePerson((row, { data }) => {
      row.aliases = [...row.aliases.filter((alias) => alias !== data.alias), data.alias];
    }),
    PersonErased: ({ data }) => {
      persons.erase(data.person);
    },
  };
}

/** The row after a correction of its fields, and of what is said of them. Who decided and since when show in the history. */
function correct<Fields extends object>(
  row: { fields: Fields; illustration: boolean },
  { was, is }: Correction<Attributed<Fields>>,
): void {
  row.fields = corrected(row.fields, { was: withoutAttribution<Fields>(was), is: withoutAttribution<Fields>(is) });
  row.illustration = illustrated(row, { was, is });
}

function illustrated(
  row: { readonly illustration: boolean },
  { was, is }: { readonly was: object; readonly is: { readonly illustration?: true } },
): boolean {
  return 'illustration' in was || 'illustration' in is ? is.illustration === true : row.illustration;
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
  const holdings = (filter: HoldingFilter): HoldingItem[] =>
    select(
      holdingsTable,
      '(:body IS NULL OR t.body = :body) AND (:post IS NULL OR t.post = :post) AND (:person IS NULL OR t.person = :person)',
      't.body, t.post, t.id',
      { body: filter.body ?? null, post: filter.post ?? null, person: filter.person ?? null },
      filter,
      holdingFrom,
    );
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
    persons: (at = {}) => select(personNamesTable, 'true', 't.name, t.id', {}, at, personFrom),
  };
}

function bodyFrom(sqlRow: SqlRow): BodyItem {
  const { id, fields, formerNames, aliases, secretary, chair, illustration } = bodiesTable.read(sqlRow);
  return stated({ id, ...fields, formerNames, aliases, secretary, chair, illustration });
}

function postFrom(sqlRow: SqlRow): PostItem {
  const { id, body, fields, formerTitles, aliases, illustration } = postsTable.read(sqlRow);
  const reference = `${String(sqlRow['code'])}/${fields.postCode}`;
  return { id, body, reference, ...fields, formerTitles, aliases, illustration };
}

function holdingFrom(sqlRow: SqlRow): HoldingItem {
  const { id, body, fields, illustration } = holdingsTable.read(sqlRow);
  return { id, body, ...fields, illustration };
}

function personFrom(sqlRow: SqlRow): PersonItem {
  const { id, name, aliases, placeholder } = personNamesTable.read(sqlRow);
  return { id, name, aliases, placeholder };
}
