/**
 * The description of the API. Its paths are written from the tables of use cases and of queries, so that nothing can be
 * forgotten in it; the schemas are what the Swagger plugin reads from the DTOs when the project is built.
 */

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { DECISION_CHANGE_DTOS, type Row, USE_CASES } from '#application';
import { PROBLEMS, type ProblemKind } from '../http/problem.ts';
import { COLLECTIONS, paths } from '../paths.ts';
import { CommandAnswer, ProblemAnswer } from './answers.dto.ts';
import { collectionOf, patternOf } from './collections.ts';
import { ITEMS, LISTS } from './queries.ts';
import { AsRecordedQuery, ListQuery } from './queries.dto.ts';

type Class = new () => object;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Extract<Schemas[string], { type?: unknown }>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Responses = Operation['responses'];

const DESCRIPTION = `Records how police governance bodies answer inspection recommendations.

- Things are named by their printed reference (\`OIC-R1/SYP\`, in an address \`OIC-R1%2FSYP\`) or by their id.
- Every command needs \`X-Acting-As\`: the post you act in, such as \`SYMCA/SEC\`; where it has several holders,
  \`SYMCA/SEC; person=<id>\`. Until people can sign in it is believed, and the history says so.
- \`Idempotency-Key\` is the command's id: sent again, the same command is recorded once and answered alike. Without one
  the server makes it and tells it in the answer.
- \`If-Match\` with a revision from an \`ETag\` records only if nothing was recorded since.
- What goes wrong is told as a problem (RFC 9457), with a code for programs and a sentence for people.
- \`asRecordedBy\` shows any list, item or history as recorded by the end of a day in London.`;

export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Minutebook')
    .setDescription(DESCRIPTION)
    .setVersion('0.0.0')
    .setOpenAPIVersion('3.0.3')
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'X-Acting-As', description: 'The post you act in: `SYMCA/SEC`' },
      'actingAs',
    )
    .build();
  const commandDtos = [...[...USE_CASES.values()].map(({ useCase }) => useCase.dto), ...DECISION_CHANGE_DTOS];
  const queryDtos: Class[] = [...Object.values(LISTS).map(({ query }) => query), AsRecordedQuery];
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [...commandDtos, ...queryDtos, CommandAnswer, ProblemAnswer],
    operationIdFactory: (_controller, method) => `health-${method}`,
  });
  const schemas = (document.components ??= {}).schemas ?? {};
  for (const dto of [...commandDtos, ...queryDtos]) constrain(schemas[dto.name] as Schema | undefined, dto);
  // A list of several kinds of object is beyond the plugin.
  const { changes } = (schemas['RecordDecisionDto'] as Schema | undefined)?.properties ?? {};
  if (changes)
    (changes as Schema).items = { oneOf: DECISION_CHANGE_DTOS.map(({ name }) => ({ $ref: schemaRef(name) })) };

  document.components.headers = HEADERS;
  document.components.parameters = PARAMETERS;
  document.components.responses = Object.fromEntries(
    (Object.keys(PROBLEMS) as ProblemKind[]).map((kind) => [kind, problemResponse(kind)]),
  );
  for (const [collection, row] of Object.entries(LISTS)) {
    document.paths[`${paths.api()}/${collection}`] = {
      get: listOperation(collection, row.sentence, parametersOf(schemas, row.query)),
    };
  }
  for (const [collection, row] of Object.entries(ITEMS)) {
    document.paths[`${paths.api()}/${collection}/{id}`] = {
      get: itemOperation(collection, row.sentence, parametersOf(schemas, AsRecordedQuery)),
    };
  }
  for (const collection of Object.values(COLLECTIONS)) {
    // An erasure is told in the history of its person.
    if (collection === COLLECTIONS.erasure) continue;
    document.paths[braced(paths.history.pattern.replace(':collection', collection))] = {
      get: historyOperation(collection, parametersOf(schemas, AsRecordedQuery)),
    };
    document.paths[braced(paths.links.pattern.replace(':collection', collection))] = {
      get: linksOperation(collection),
    };
  }
  for (const row of USE_CASES.values()) document.paths[braced(patternOf(row))] = { post: commandOperation(row) };
  // They are told as parameters, one by one.
  for (const { name } of [...queryDtos, ListQuery]) delete schemas[name];
  return document;
}

function commandOperation(row: Row): Operation {
  const { name, category, useCase } = row;
  const starts = useCase.starts !== undefined;
  const answer = json('CommandAnswer');
  return {
    operationId: name,
    summary: useCase.sentence,
    tags: [collectionOf(category)],
    security: [{ actingAs: [] }],
    parameters: [...(starts ? [] : [parameter('id')]), parameter('idempotencyKey'), parameter('ifMatch')],
    requestBody: { required: true, content: json(useCase.dto.name) },
    responses: {
      ...(starts
        ? {
            201: {
              description: 'It was started and recorded.',
              headers: { ...COMMAND_HEADERS, Location: header('location') },
              content: answer,
            },
          }
        : {}),
      200: {
        description: starts ? 'It stands already: nothing was added.' : 'It is recorded, or stood already.',
        headers: COMMAND_HEADERS,
        content: answer,
      },
      ...problems(
        ...(['malformed', 'not-acting', 'other-page', ...(starts ? [] : ['missing' as const]), 'refused'] as const),
        ...(['conflict', 'too-large', 'not-json', 'invalid', 'defect', 'unavailable'] as const),
      ),
    },
  };
}

function listOperation(collection: string, sentence: string, parameters: Parameter[]): Operation {
  const content = {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['items', 'names', 'total', 'page', 'pageSize', 'behind'],
        properties: {
          asRecordedBy: {
            type: 'string' as const,
            format: 'date',
            description: 'The date the list is told as recorded by, when one was asked for',
          },
          items: { type: 'array' as const, items: { type: 'object' as const } },
          names: NAMES,
          total: { type: 'integer' as const, description: 'How many there are on all pages' },
          page: { type: 'integer' as const },
          pageSize: { type: 'integer' as const },
          logPosition: { type: 'string' as const, description: 'The place in the log that the list holds at least' },
          behind: { type: 'boolean' as const, description: 'Whether the list may miss what was recorded a moment ago' },
        },
      },
    },
  };
  return {
    operationId: `list-${collection}`,
    summary: sentence,
    tags: [collection],
    parameters,
    responses: {
      200: { description: 'A page of the list.', content },
      ...problems('invalid', 'defect', 'unavailable'),
    },
  };
}

function itemOperation(collection: string, sentence: string, parameters: Parameter[]): Operation {
  const content = {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['item', 'names', 'behind'],
        properties: {
          asRecordedBy: { type: 'string' as const, format: 'date' },
          item: { type: 'object' as const },
          names: NAMES,
          revision: { type: 'integer' as const, description: 'What an If-Match may expect' },
          behind: { type: 'boolean' as const, description: 'Whether it may miss what was recorded a moment ago' },
        },
      },
    },
  };
  return {
    operationId: `read-${collection}`,
    summary: sentence,
    tags: [collection],
    parameters: [parameter('id'), ...parameters],
    responses: {
      200: { description: 'The item.', headers: { ETag: header('etag') }, content },
      ...problems('missing', 'invalid', 'defect', 'unavailable'),
    },
  };
}

function historyOperation(collection: string, parameters: Parameter[]): Operation {
  const text = { type: 'string' as const };
  const entry = {
    type: 'object' as const,
    required: [
      'number',
      'recordedAt',
      'recorder',
      'authentication',
      'sentence',
      'illustration',
      'stream',
      'revision',
      'eventId',
      'type',
    ],
    properties: {
      number: { type: 'integer' as const, description: 'Counted from 1, in the order told' },
      recordedAt: { ...text, format: 'date-time' },
      recordedBy: { type: 'object' as const },
      recorder: { ...text, description: 'Who recorded it, in words' },
      authentication: { ...text, description: 'How the author was known when it was recorded' },
      decidedBy: { type: 'object' as const },
      effectiveOn: { type: 'object' as const, description: 'When it took effect, with its precision' },
      sentence: text,
      illustration: { type: 'boolean' as const, description: 'Made up for a demonstration' },
      stream: text,
      revision: { type: 'integer' as const },
      eventId: { ...text, format: 'uuid' },
      type: text,
      item: {
        type: 'object' as const,
        description: 'The position or the progress note it tells of, which commands can name by its reference',
      },
    },
  };
  const content = {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['id', 'reference', 'entries'],
        properties: {
          id: { ...text, format: 'uuid' },
          reference: text,
          asRecordedBy: { ...text, format: 'date' },
          entries: { type: 'array' as const, items: entry },
        },
      },
    },
  };
  return {
    operationId: `history-of-${collection}`,
    summary: 'The history of one item, told in sentences, from every stream that concerns it.',
    tags: [collection],
    parameters: [parameter('id'), ...parameters],
    responses: {
      200: { description: 'The history, oldest first.', content },
      ...problems('missing', 'invalid', 'defect', 'unavailable'),
    },
  };
}

function linksOperation(collection: string): Operation {
  const text = { type: 'string' as const };
  const link = { type: 'object' as const, required: ['stream', 'why'], properties: { stream: text, why: text } };
  const content = {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['id', 'items', 'behind'],
        properties: {
          id: { ...text, format: 'uuid' },
          items: { type: 'array' as const, items: link },
          behind: { type: 'boolean' as const, description: 'Whether it may miss what was recorded a moment ago' },
        },
      },
    },
  };
  return {
    operationId: `links-of-${collection}`,
    summary: 'The streams that concern one item, and why.',
    tags: [collection],
    parameters: [parameter('id')],
    responses: {
      200: { description: 'The streams, in the order of their names.', content },
      ...problems('missing', 'invalid', 'defect', 'unavailable'),
    },
  };
}

const NAMES = {
  type: 'object' as const,
  description: 'What the ids in the answer are called, by id',
  additionalProperties: {
    type: 'object' as const,
    required: ['name'],
    properties: { reference: { type: 'string' as const }, name: { type: 'string' as const } },
  },
};

const PARAMETERS = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Its reference or its id' },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', format: 'uuid' },
    description: 'The id of the command. The server makes one when it is left out, and tells it in the answer',
  },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    schema: { type: 'string', pattern: '^"(\\d+|no-stream)"$' },
    description: 'The revision you decided on, from an ETag: `"3"`; `"no-stream"` when there must be nothing yet',
  },
} as const;

const HEADERS = {
  etag: { schema: { type: 'string' }, description: 'The revision, for an If-Match: `"3"`' },
  location: { schema: { type: 'string' }, description: 'Where what was started can be read' },
  idempotencyKey: { schema: { type: 'string', format: 'uuid' }, description: 'The id of the command' },
  recordedInLists: {
    schema: { type: 'boolean' },
    description: 'Whether the lists show it by now. When false, they will in a moment',
  },
} as const;

const COMMAND_HEADERS = {
  ETag: header('etag'),
  'Idempotency-Key': header('idempotencyKey'),
  'Recorded-In-Lists': header('recordedInLists'),
};

function parameter(name: keyof typeof PARAMETERS): Parameter {
  return { $ref: `#/components/parameters/${name}` };
}

function header(name: keyof typeof HEADERS): { $ref: string } {
  return { $ref: `#/components/headers/${name}` };
}

function json(schema: string): Record<string, { schema: { $ref: string } }> {
  return { 'application/json': { schema: { $ref: schemaRef(schema) } } };
}

function schemaRef(name: string): string {
  return `#/components/schemas/${name}`;
}

function problems(...kinds: ProblemKind[]): Responses {
  return Object.fromEntries(kinds.map((kind) => [PROBLEMS[kind][0], { $ref: `#/components/responses/${kind}` }]));
}

function problemResponse(kind: ProblemKind) {
  const schema = { $ref: schemaRef('ProblemAnswer') };
  return { description: `${PROBLEMS[kind][1]}.`, content: { 'application/problem+json': { schema } } };
}

/** The fields of a query DTO, as parameters. */
function parametersOf(schemas: Schemas, query: Class): Parameter[] {
  const { properties = {} } = (schemas[query.name] ?? {}) as Schema;
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Schema;
    return { name, in: 'query', schema, ...(description === undefined ? {} : { description }) };
  });
}

/** Adds what the checks of the DTO ask beyond its types. */
function constrain(schema: Schema | undefined, dto: Class): void {
  const canBeLeftOut = new Set<string>();
  for (const { propertyName, type, name, constraints = [], each } of getMetadataStorage().getTargetValidationMetadatas(
    dto,
    '',
    false,
    false,
  )) {
    const property = schema?.properties?.[propertyName] as Schema | undefined;
    if (property === undefined) continue;
    const about = each === true ? (property.items as Schema) : property;
    if (type === 'conditionalValidation') canBeLeftOut.add(propertyName);
    const [limit] = constraints as unknown[];
    if (name === 'maxLength') about.maxLength = Number(limit);
    if (name === 'minLength') about.minLength = Number(limit);
    if (name === 'max') about.maximum = Number(limit);
    if (name === 'min') about.minimum = Number(limit);
    if (name === 'isIn' && Array.isArray(limit)) Object.assign(about, { type: 'string', enum: limit });
    if (name === 'isInt') about.type = 'integer';
    if (name === 'isUuid') about.format = 'uuid';
    if (name === 'day') about.format = 'date';
    if (name === 'matches' && limit instanceof RegExp) about.pattern = limit.source;
  }
  // A form that extends another one may need less of it than is written down there.
  const needed = schema?.required?.filter((field) => !canBeLeftOut.has(field)) ?? [];
  if (schema && needed.length > 0) schema.required = needed;
  else delete schema?.required;
}

/** `:id` as OpenAPI writes it. */
function braced(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}');
}
