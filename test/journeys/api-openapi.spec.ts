/** The schemas are in what was built, so it is the built server that is asked what it can do. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord, USE_CASES } from '#application';
import { patternOf } from '../../apps/web/src/api/collections.ts';
import { ITEMS, LISTS } from '../../apps/web/src/api/queries.ts';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { fieldsOf } from '../support/use-case-fields.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the document holds is what is to be found out
type Json = any;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

describe('The description of the API', () => {
  let folder: string;
  let server: BuiltServer;
  let document: Json;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-api-'));
    await openRecord(folder, { begin: true }).close();
    server = await startBuiltServer({ args: ['--data', folder] });
    document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  }, 30_000);

  afterAll(async () => {
    expect(await server.stop()).toMatchObject({ code: 0 });
    rmSync(folder, { recursive: true, force: true });
  }, 15_000);

  const operations = (): [name: string, operation: Json, path: string][] =>
    Object.entries<Json>(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method): [string, Json, string] => [
        `${method} ${path}`,
        item[method],
        path,
      ]),
    );
  const resolve = (node: Json): Json =>
    node?.$ref === undefined
      ? node
      : node.$ref
          .slice(2)
          .split('/')
          .reduce((at: Json, part: string) => at?.[part], document);

  it('has every use case, with its sentence, its fields and its headers', () => {
    const missing = [...USE_CASES.values()].filter((row) => {
      const operation = document.paths[braced(patternOf(row))]?.post;
      const body = resolve(operation?.requestBody?.content['application/json'].schema);
      const headers = operation?.parameters.map((parameter: Json) => resolve(parameter).name);
      return !(
        operation?.summary === row.useCase.sentence &&
        operation.operationId === row.name &&
        Object.keys(body?.properties ?? {}).includes('effectiveOn') &&
        headers.includes('Idempotency-Key') &&
        headers.includes('If-Match') &&
        'actingAs' in operation.security[0]
      );
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(USE_CASES.size).toBeGreaterThan(50);
  });

  it('has every query, with its parameters', () => {
    for (const [collection, { sentence }] of Object.entries(LISTS)) {
      const { get } = document.paths[`/api/${collection}`];
      expect(get.summary).toBe(sentence);
      expect(get.parameters.map(({ name }: Json) => name)).toEqual(
        expect.arrayContaining(['page', 'pageSize', 'asRecordedBy']),
      );
    }
    for (const collection of Object.keys(ITEMS)) {
      expect(document.paths[`/api/${collection}/{id}`].get.parameters.map((one: Json) => resolve(one).name)).toEqual([
        'id',
        'asRecordedBy',
      ]);
    }
    for (const path of [
      '/api/recommendations/{id}/history',
      '/api/decisions/{id}/links',
      '/health/live',
      '/health/ready',
      '/health/status',
    ]) {
      expect(document.paths[path].get.summary).toEqual(expect.stringMatching(/\.$/));
    }
  });

  it('refers only to what it holds', () => {
    const dangling: string[] = [];
    const visit = (node: Json): void => {
      if (typeof node !== 'object' || node === null) return;
      if (typeof node.$ref === 'string' && resolve(node) === undefined) dangling.push(node.$ref);
      for (const inner of Object.values(node)) visit(inner);
    };
    visit(document);
    expect(dangling).toEqual([]);
    expect(JSON.stringify(document)).toContain('"$ref"');
  });

  it('names each operation once, answers each, and declares every part of its address', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, operation, path] of operations()) {
      const inPath = (operation.parameters ?? [])
        .map(resolve)
        .filter((one: Json) => one.in === 'path')
        .map((one: Json) => one.name);
      expect([name, inPath]).toEqual([name, [...path.matchAll(/{(\w+)}/g)].map(([, part]) => part)]);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  it('tells each problem as problem+json', () => {
    for (const [, operation] of operations()) {
      for (const [status, answer] of Object.entries<Json>(operation.responses)) {
        if (Number(status) >= 400) expect(Object.keys(resolve(answer).content)).toEqual(['application/problem+json']);
      }
    }
    expect(Object.keys(document.paths['/api/recommendations/{id}/close-recommendation'].post.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '404', '409', '412', '415', '422', '503']),
    );
  });

  it('needs of every use case just the fields that can’t be left out', () => {
    for (const { name, useCase } of USE_CASES.values()) {
      const needed = [...fieldsOf(name)].filter(([, canBeLeftOut]) => !canBeLeftOut).map(([field]) => field);
      const { required = [] } = document.components.schemas[useCase.dto.name];
      expect([name, [...required].sort()]).toEqual([name, needed.sort()]);
    }
    const { properties } = document.components.schemas.CorrectGradeDto;
    expect(properties.clear.items).toEqual({
      type: 'string',
      enum: ['words', 'document', 'effectiveOn', 'illustration'],
    });
  });

  it('says in words what every field is', () => {
    const wordless = Object.entries<Json>(document.components.schemas).flatMap(([schema, { properties = {} }]) =>
      Object.entries<Json>(properties)
        .filter(([, { description, $ref }]) => description === undefined && $ref === undefined)
        .map(([field]) => `${schema}.${field}`),
    );
    expect(wordless).toEqual([]);
  });

  it('gives the fields of a use case their types, values, limits and words', () => {
    const { properties, required } = document.components.schemas.CloseRecommendationDto;
    expect(required).toEqual(['level', 'layer', 'code', 'reason']);
    expect(properties.level).toMatchObject({
      enum: ['reported', 'assured', 'verified'],
      description: expect.any(String),
    });
    expect(properties.reason).toMatchObject({ type: 'string', minLength: 1, maxLength: 4000 });
    const { changes } = document.components.schemas.RecordDecisionDto.properties;
    expect(changes.items.oneOf.map((one: Json) => resolve(one).properties.kind)).toHaveLength(8);
  });
});

function braced(pattern: string): string {
  return pattern.replace(/:(\w+)/g, '{$1}');
}
